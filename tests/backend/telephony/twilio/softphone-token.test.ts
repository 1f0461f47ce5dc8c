import { describe, expect, it } from 'vitest';
import { createSoftphoneToken } from '../../../../backend/telephony/twilio/softphone-token.ts';
import { fixedClock } from '../../../support/fixed-clock.ts';
import { account, ringSoftphone } from '../../../support/twilio-samples.ts';

describe('createSoftphoneToken', () => {
  it('lets the softphone of one agent be rung for an hour, and call nobody', () => {
    const { token, identity, expiresAt } = createSoftphoneToken(
      ringSoftphone.agentId,
      account,
      fixedClock().now(),
    );

    const [header, payload] = token
      .split('.', 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' });
    expect(payload).toMatchObject({ iss: account.apiKeySid, sub: account.accountSid });
    expect(payload.exp - payload.iat).toBe(3_600);
    expect(payload.grants).toEqual({ identity: 'agent-Kx1', voice: { incoming: { allow: true } } });
    expect(identity).toBe('agent-Kx1');
    expect(expiresAt).toBe('2026-11-24T02:00:00.000Z');
  });
});
