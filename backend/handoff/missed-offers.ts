import type { PresenceLog } from '../agents/presence-log-store.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import type { AgentId } from '../contract/ids.ts';
import type { HandoffStore } from './handoff-store.ts';

interface MissedOffersOptions {
  readonly handoffs: Pick<HandoffStore, 'lastAnswers'>;
  readonly presence: Pick<PresenceService, 'choose' | 'statusOf'>;
  readonly presenceLog: Pick<PresenceLog, 'lastJudgedPresent'>;
  /** How many in a row; 0: however many. */
  readonly awayAfter: () => number;
}

/** Whoever lets several offers in a row pass is not there: customers no longer wait for them, until they say that they are back. */
export function createMissedOffers(options: MissedOffersOptions): (agentId: AgentId) => void {
  const { handoffs, presence, presenceLog } = options;
  return (agentId) => {
    const awayAfter = options.awayAfter();
    if (awayAfter === 0 || presence.statusOf(agentId).presence !== 'available') return;
    // Who came back starts anew: what they had let pass before has had its consequence.
    const since = presenceLog.lastJudgedPresent(agentId) ?? new Date(0);
    const answers = handoffs.lastAnswers(agentId, since, awayAfter);
    const isAway = answers.length === awayAfter && answers.every((status) => status === 'expired');
    if (isAway) presence.choose(agentId, { presence: 'busy', reason: 'unanswered' }, null);
  };
}
