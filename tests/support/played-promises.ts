import type { LegRow } from '../../backend/calls/leg-store.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { handoffs } from '../../backend/db/schema/handoffs.ts';
import type { HandoffRow } from '../../backend/handoff/handoff-store.ts';
import type { HandoffBench } from './handoff-bench.ts';

/** The longest that a customer waits: as the team has it, the time of one more offer, and both attempts at joining. */
const longestSeconds = 45 + 15 + 12;

/** What the rows of a team at work tell that was promised otherwise, each in words: whatever the play itself took notice of. */
export function promisesBrokenIn({ database, stores, clock }: HandoffBench): readonly string[] {
  const rows = database.query.select().from(handoffs).all();
  const calls = [...new Set(rows.map(({ callId }) => callId))];
  return [
    ...rows.flatMap((row) => brokenBy(row, clock.now())),
    ...rows.flatMap(({ id, callId }) => claimedTwice(callId, stores.handoffs.offersOf(id))),
    ...twoAtOnce(
      calls.flatMap((callId) => stores.legs.ofCall(callId).filter(({ kind }) => kind === 'agent')),
    ),
  ];
}

/** Every request ends: accepted, given up or withdrawn for a reason, within its time. */
function brokenBy(row: HandoffRow, now: Date): readonly string[] {
  const { callId, status, endedBecause, endedAt, connectedAt, waitingSince } = row;
  const waited = ((connectedAt ?? endedAt ?? now).getTime() - (waitingSince ?? now).getTime()) / 1_000;
  return [
    ...(endedAt === null ? [`the handoff of ${callId} never ended`] : []),
    ...(status !== 'connected' && endedBecause === null ? [`${callId}: ${status} for no reason`] : []),
    ...(waited > longestSeconds ? [`${callId}: the customer waited ${waited} s`] : []),
  ];
}

function claimedTwice(callId: CallId, offers: readonly { readonly status: string }[]): readonly string[] {
  const accepted = offers.filter(({ status }) => status === 'accepted');
  return accepted.length > 1 ? [`${callId} was accepted ${accepted.length} times`] : [];
}

/** Neither is an agent on two calls at a time, whichever the handoffs, nor are two agents on one: nobody transfers here. */
function twoAtOnce(legs: readonly LegRow[]): readonly string[] {
  const talks = legs.filter(({ joinedAt }) => joinedAt !== null);
  return talks.flatMap((one, index) =>
    talks
      .slice(index + 1)
      .filter((other) => (other.agentId === one.agentId || other.callId === one.callId) && meet(one, other))
      .map((other) => `${one.agentId} on ${one.callId} while ${other.agentId} on ${other.callId}`),
  );
}

function meet(one: LegRow, other: LegRow): boolean {
  return begin(one) < end(other) && begin(other) < end(one);
}

function begin({ joinedAt }: LegRow): number {
  return joinedAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

function end({ leftAt }: LegRow): number {
  return leftAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
