import type { Connections } from '../agents/connections.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import type { TelephoneLegs } from '../calls/telephone-legs.ts';
import type { PhoneLanguage } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import { createTelephoneRinging, type TelephoneRinging } from '../handoff/telephone-ringing.ts';
import type { Stores } from './stores.ts';

interface AgentTelephonesOptions {
  readonly stores: Stores;
  readonly presence: Pick<PresenceService, 'statusOf'>;
  readonly connections: Pick<Connections, 'knows'>;
}

/** What handoffs need to know of agents' own telephones. */
export interface AgentTelephones {
  readonly ringing: TelephoneRinging;
  readonly languageOf: (agentId: AgentId) => PhoneLanguage;
  /** Whether a console of the agent is there, or may be back in a moment, or their telephone is rung instead. Not of a disabled account. */
  readonly mayReturn: (agentId: AgentId) => boolean;
}

export function agentTelephones(
  { stores, presence, connections }: AgentTelephonesOptions,
  telephones: TelephoneLegs,
): AgentTelephones {
  const { calls, handoffs, agents } = stores;
  const byPhone = (agentId: AgentId): boolean => presence.statusOf(agentId).reachability === 'phone';
  const languageOf = (agentId: AgentId): PhoneLanguage =>
    agents.find(agentId)?.settings.phoneLanguage ?? 'ja';
  const telephoneOf = (agentId: AgentId): string | null =>
    byPhone(agentId) ? (agents.find(agentId)?.settings.phoneNumber ?? null) : null;
  return {
    languageOf,
    ringing: createTelephoneRinging({ calls, handoffs, telephones, telephoneOf, languageOf }),
    mayReturn: (agentId) =>
      agents.all().some(({ id }) => id === agentId) && (connections.knows(agentId) || byPhone(agentId)),
  };
}
