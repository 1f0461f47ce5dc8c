import { randomInt } from 'node:crypto';
import { createPhoneVerification, type PhoneVerification } from '../agents/phone-verification.ts';
import { phoneCodeLength } from '../contract/agents.ts';
import { createTwilioVerificationLine } from '../telephony/twilio/twilio-verification-line.ts';
import type { BackendParts } from './backend-parts.ts';
import { carrierAccess } from './carrier-adapter.ts';

/** Agents' own telephones, and whether they are theirs. */
export function createPhoneVerifying(
  parts: Pick<BackendParts, 'config' | 'database' | 'stores' | 'team' | 'allowance' | 'clock'>,
): PhoneVerification {
  const { config, database, stores, team, allowance, clock } = parts;
  const { account, restBaseUrl } = carrierAccess(config);
  const { voice } = config.calls;
  return createPhoneVerification({
    database,
    verifications: stores.phoneVerifications,
    agents: stores.agents,
    profiles: team.agents,
    presence: team.presence,
    events: stores.events,
    line: createTwilioVerificationLine({
      account,
      restBaseUrl,
      ...(voice === undefined ? {} : { japaneseVoice: voice }),
    }),
    turn: allowance.turn,
    clock,
    createCode: () => String(randomInt(10 ** phoneCodeLength)).padStart(phoneCodeLength, '0'),
  });
}
