import AccessToken from 'twilio/lib/jwt/AccessToken.js';
import { describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { checkAccessToken, issueAccessToken } from '../../../../backend/simulator/gateway/access-token.ts';

const now = new Date('2026-11-02T01:00:00Z');
const inAnHour = new Date('2026-11-02T02:00:00Z');
const issue = (account = simulatedAccount as Parameters<typeof issueAccessToken>[0]): string =>
  issueAccessToken(account, { identity: 'agent-1', now, expiresAt: inAnHour });

describe('checkAccessToken', () => {
  it("takes the tokens of Twilio's own library", () => {
    const { accountSid, apiKeySid, apiKeySecret } = simulatedAccount;
    const token = new AccessToken(accountSid, apiKeySid, apiKeySecret, { identity: 'agent-1', ttl: 600 });
    token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true }));

    const checked = checkAccessToken(token.toJwt(), simulatedAccount, new Date());

    expect(checked).toMatchObject({ type: 'valid', identity: 'agent-1' });
  });

  it('takes its own tokens until they expire', () => {
    const token = issue();

    expect(checkAccessToken(token, simulatedAccount, now)).toEqual({
      type: 'valid',
      identity: 'agent-1',
      expiresAt: inAnHour,
    });
    expect(checkAccessToken(token, simulatedAccount, inAnHour)).toEqual({ type: 'expired' });
  });

  it.each([
    ['of another secret', issue({ ...simulatedAccount, apiKeySecret: 'x' })],
    ['of another key', issue({ ...simulatedAccount, apiKeySid: `SK${'9'.repeat(32)}` })],
    ['of another account', issue({ ...simulatedAccount, accountSid: `AC${'9'.repeat(32)}` })],
    ['without a signature', issue().split('.').slice(0, 2).join('.')],
    ['that is none', 'not-a-jwt'],
    ['that is empty', ''],
  ])('refuses a token %s', (_which, token) => {
    expect(checkAccessToken(token, simulatedAccount, now)).toEqual({ type: 'invalid' });
  });

  it('refuses a token whose header asks for no signature', () => {
    const header = Buffer.from('{"alg":"none","cty":"twilio-fpa;v=1"}').toString('base64url');
    const [, payload] = issue().split('.');

    expect(checkAccessToken(`${header}.${payload}.`, simulatedAccount, now)).toEqual({ type: 'invalid' });
  });

  it('refuses a token that does not allow to be rung', () => {
    const { accountSid, apiKeySid, apiKeySecret } = simulatedAccount;
    const token = new AccessToken(accountSid, apiKeySid, apiKeySecret, { identity: 'agent-1' });
    token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: false }));

    expect(checkAccessToken(token.toJwt(), simulatedAccount, new Date())).toEqual({ type: 'invalid' });
  });
});
