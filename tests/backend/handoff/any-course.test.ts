import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegRow } from '../../../backend/calls/leg-store.ts';
import { isHeard } from '../../../backend/calls/talk.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { Database } from '../../../backend/db/database.ts';
import { Refusal } from '../../../backend/kernel/errors.ts';
import {
  anyCourse,
  createScene,
  type Happening,
  play,
  type Scene,
  twoTalk,
} from '../../support/any-course.ts';
import type { HandoffBench } from '../../support/handoff-bench.ts';

const often = { numRuns: 25 };

function forEveryMoment(happenings: readonly Happening[], check: (scene: Scene) => void): void {
  using scene = createScene();
  for (const happening of happenings) {
    play(scene, happening);
    check(scene);
  }
}

describe('whatever the agents do', { timeout: 120_000 }, () => {
  it('each is on one call at most, and is asked about no other while on it', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        forEveryMoment(happenings, ({ bench, desks }) => {
          for (const { agentId } of desks) {
            const legs = bench.stores.legs.presentOfAgent(agentId);
            const { presence } = bench.team.presence.statusOf(agentId);
            const offers = bench.flow.offers.openFor(agentId);
            expect(new Set(legs.map(({ callId }) => callId)).size).toBeLessThanOrEqual(1);
            expect(legs.length > 0 && (presence !== 'on-call' || offers.length > 0)).toBe(false);
          }
        });
      }),
      often,
    );
  });

  it('a customer always has the AI, an agent, somebody who is being asked, or for a while somebody they wait for', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        forEveryMoment(happenings, ({ bench, calls }) => {
          for (const callId of calls) {
            const call = bench.stores.calls.find(callId);
            const company = companyOf(bench, callId);
            expect(call?.endedAt === null && company.length === 0).toBe(false);
            expect(call?.status === 'human-connected' && !company.includes('agent')).toBe(false);
          }
        });
      }),
      often,
    );
  });

  it('who is heard on a call can always leave it, or speak with the customer', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        forEveryMoment([...twoTalk, ...happenings], (scene) => {
          for (const { agentId } of scene.desks) {
            const [leg] = scene.bench.stores.legs.presentOfAgent(agentId);
            if (leg !== undefined && isHeard(leg)) expect(isStuck(scene, leg)).toBe(false);
          }
        });
      }),
      often,
    );
  });

  it('a customer who has been joined with an agent is on hold only when an agent holds them', () => {
    fc.assert(
      fc.property(anyCourse, (happenings) => {
        const withoutHolding = happenings.filter((one) => one.type !== 'acts' || one.deed.type !== 'holds');
        forEveryMoment(withoutHolding, ({ bench, calls }) => {
          for (const callId of calls) {
            const handoff = bench.flow.handoffsOf(callId).at(-1);
            const joined = handoff?.status === 'connected' && handoff.endedAt === null;
            expect(joined && bench.legOf(callId, 'customer').onHold).toBe(false);
          }
        });
      }),
      often,
    );
  });
});

function isStuck({ bench: { database, flow } }: Scene, { agentId, callId }: LegRow): boolean {
  if (agentId === null) return false;
  const caller = { id: agentId, role: 'agent' } as const;
  const ways = [() => flow.leave(caller, callId), () => void flow.hold(caller, callId, false)];
  return ways.every((way) => isRefused(database, way));
}

/** Only tried: nothing comes of it. */
function isRefused(database: Database, deed: () => void): boolean {
  try {
    database.transaction(() => {
      deed();
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Refusal) return true;
    if (!(error instanceof Undone)) throw error;
  }
  return false;
}

class Undone extends Error {}

function companyOf(bench: HandoffBench, callId: CallId): string[] {
  const { stores, flow } = bench;
  const legs = stores.legs
    .ofCall(callId)
    .filter(({ kind, state }) => kind !== 'customer' && state !== 'left');
  const offers = flow.handoffsOf(callId).flatMap((handoff) => handoff.offers);
  return [
    ...legs.map(({ kind }) => kind),
    ...offers.filter(({ status }) => status === 'open').map(() => 'offer'),
    ...(isAwaited(bench, callId) ? ['awaited'] : []),
  ];
}

/** Somebody is sought for whom it is worth waiting, and no longer than a handoff and one more offer may take (decision 40). */
function isAwaited({ stores, clock }: HandoffBench, callId: CallId): boolean {
  const handoff = stores.handoffs.openOfCall(callId);
  if (handoff?.status !== 'offering') return false;
  const { handoffSeconds, offerSeconds } = stores.teamSettings.routing().settings;
  const since = handoff.waitingSince ?? handoff.requestedAt;
  return clock.now().getTime() - since.getTime() <= (handoffSeconds + offerSeconds) * 1_000;
}
