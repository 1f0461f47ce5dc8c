import type { TeamMember } from '../agents/presence-reader.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import { askedNow } from './handoff-vocabulary.ts';
import { isFree } from './routing/candidate.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface WaitingCustomersOptions {
  readonly database: Pick<Database, 'beforeCommit' | 'onRollback'>;
  readonly handoffs: Pick<HandoffStore, 'open' | 'offersOf'>;
  readonly runner: Pick<HandoffRunner, 'apply'>;
  readonly nextAgents: NextAgents;
  readonly team: () => readonly TeamMember[];
  readonly deadlines: Pick<HandoffDeadlines, 'leaveTimeForOneOffer'>;
  /** As the team set them: read each time. */
  readonly times: () => Pick<RoutingSettings, 'handoffSeconds'>;
  readonly clock: Clock;
}

/**
 * To be told that somebody may have become free, or gone: at the end of the transaction, when it is known whether they have, they are asked
 * to take the customers for whom nobody could be found, who waits longest first, and who has nobody left to wait for is given up
 * (decision 40).
 */
export function createWaitingCustomers(options: WaitingCustomersOptions): () => void {
  const { database, handoffs, runner, nextAgents, deadlines, clock } = options;
  let somethingChanged = false;

  database.beforeCommit(() => {
    if (!somethingChanged) return;
    somethingChanged = false;
    const seeking = handoffs.open().filter(isSeeking);
    const longestFirst = seeking.toSorted((a, b) => waitsSince(a).getTime() - waitsSince(b).getTime());
    // To ask somebody changes nobody's presence: it is worked out once, however many wait.
    const team = seeking.length === 0 ? [] : options.team();
    for (const handoff of longestFirst) lookAfter(handoff, team);
  });
  database.onRollback(() => {
    somethingChanged = false;
  });

  /** Of one in its last step, too: whoever becomes free then is asked beside the others. */
  function isSeeking({ id, status, urgency, askerLegId }: HandoffRow): boolean {
    if (status !== 'offering' || urgency !== 'connect' || askerLegId !== null) return false;
    return handoffs.offersOf(id).every(({ status: answer, step }) => answer !== 'open' || step === 'last');
  }

  function lookAfter(handoff: HandoffRow, team: readonly TeamMember[]): void {
    const isAsking = handoffs.offersOf(handoff.id).some(({ status }) => status === 'open');
    if (isAsking && !team.some(isFree)) return;
    const { next, decision } = nextAgents(handoff, team);
    if (askedNow(next) !== null) {
      runner.apply(handoff.id, { type: 'somebody-free', next, decision });
      giveTime(handoff);
    } else if (next === null && !isAsking) runner.apply(handoff.id, { type: 'gave-up', decision });
  }

  /** Whoever is asked in the last moment has as long as anybody; once, so that the customer's wait has an end. */
  function giveTime(handoff: HandoffRow): void {
    const limit = waitsSince(handoff).getTime() + options.times().handoffSeconds * 1_000;
    if (clock.now().getTime() < limit) deadlines.leaveTimeForOneOffer(handoff.id);
  }

  return () => {
    somethingChanged = true;
  };
}

function waitsSince({ waitingSince, requestedAt }: HandoffRow): Date {
  return waitingSince ?? requestedAt;
}
