import AccessToken from 'twilio/lib/jwt/AccessToken.js';
import type { AgentId } from '../../contract/ids.ts';
import type { SoftphoneToken } from '../../contract/session.ts';
import type { TwilioAccount } from './twilio-client.ts';

const lifetimeSeconds = 3_600;

/** The name under which the carrier rings an agent's softphone. */
export function softphoneIdentity(agentId: AgentId): string {
  return `agent-${agentId}`;
}

/** A token that lets an agent's softphone be rung for an hour, and call nobody. */
export function createSoftphoneToken(agentId: AgentId, account: TwilioAccount, now: Date): SoftphoneToken {
  const identity = softphoneIdentity(agentId);
  const token = new AccessToken(account.accountSid, account.apiKeySid, account.apiKeySecret, {
    identity,
    ttl: lifetimeSeconds,
  });
  token.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true }));
  return {
    token: token.toJwt(),
    identity,
    expiresAt: new Date(now.getTime() + lifetimeSeconds * 1_000).toISOString(),
  };
}
