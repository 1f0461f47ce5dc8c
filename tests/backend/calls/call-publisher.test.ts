import { setImmediate as delivery } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../backend/auth/visibility.ts';
import { createCallQueries } from '../../../backend/calls/call-queries.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { type RealtimeEvent, serverFrameSchema } from '../../../backend/contract/events.ts';
import { type AgentId, agentIdSchema, type CallId, type ClientId } from '../../../backend/contract/ids.ts';
import { callsAfter } from '../../../src-renderer/platform/after-event.ts';
import { isOver } from '../../../src-renderer/platform/call-state.ts';
import { anyCourse, createScene, play } from '../../support/any-course.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

/** What the viewer's console is told. */
function listen({ hub }: HandoffBench, viewer: Viewer): readonly RealtimeEvent[] {
  const heard: RealtimeEvent[] = [];
  hub.subscribe(
    {
      viewer,
      send(text) {
        const frame = serverFrameSchema.parse(JSON.parse(text));
        if (frame.type === 'event') heard.push(frame.event);
      },
    },
    0,
  );
  return heard;
}

function shownAfter(events: readonly RealtimeEvent[]): CallId[] {
  const calls = events.reduce<CallSession[]>(callsAfter, []);
  return calls.filter(({ status }) => !isOver(status)).map(({ id }) => id);
}

function activeFor({ stores, flow }: HandoffBench, viewer: Viewer): CallId[] {
  const { calls, callHistory, transcript } = stores;
  const queries = createCallQueries({
    calls,
    callHistory,
    transcript,
    publisher: flow.publisher,
    handoffsOf: flow.handoffsOf,
  });
  return queries.active(viewer).map(({ id }) => id);
}

describe('a call that was offered to somebody', () => {
  let bench: HandoffBench;
  let suzuki: AgentId;
  let tanaka: AgentId;
  let desk: ClientId;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    suzuki = bench.agent('suzuki', 'agent', 5);
    tanaka = bench.agent('tanaka', 'agent', 1);
    callId = bench.answeredCall(suzuki);
    desk = bench.connect(tanaka);
  });

  afterEach(() => bench[Symbol.dispose]());

  function hiddenFrom(events: readonly RealtimeEvent[]): CallId[] {
    return events.flatMap((event) => (event.type === 'call-hidden' ? [event.callId] : []));
  }

  it('is hidden from them when the offer expires', async () => {
    const heard = listen(bench, { id: tanaka, role: 'agent' });
    bench.request(callId, 'prepare');
    await delivery();
    const whileAsked = shownAfter(heard);

    bench.pass(16);
    await delivery();

    expect(whileAsked).toEqual([callId]);
    expect([hiddenFrom(heard), shownAfter(heard)]).toEqual([[callId], []]);
  });

  it('is published only with the transaction that changes it', () => {
    const publish = () => bench.flow.publisher.updated(callId);

    expect(publish).toThrow('outside of a transaction');
    expect(() => bench.database.transaction(publish)).not.toThrow();
  });

  it('is hidden from them when they decline, and from nobody else', async () => {
    const heard = listen(bench, { id: tanaka, role: 'agent' });
    const others = [
      listen(bench, { id: suzuki, role: 'agent' }),
      listen(bench, { id: agentIdSchema.parse('admin'), role: 'admin' }),
    ];
    bench.request(callId, 'prepare');
    const { id } = bench.offerTo(tanaka);

    bench.database.transaction(() => bench.flow.offers.decline({ id: tanaka, role: 'agent' }, id, 'busy'));
    await delivery();

    expect(hiddenFrom(heard)).toEqual([callId]);
    expect(others.map(hiddenFrom)).toEqual([[], []]);
  });

  it('is hidden from them when it ends meanwhile', async () => {
    const heard = listen(bench, { id: tanaka, role: 'agent' });
    bench.request(callId, 'prepare');

    bench.ended(bench.legOf(callId, 'customer').id);
    await delivery();

    expect([hiddenFrom(heard), shownAfter(heard)]).toEqual([[callId], []]);
  });

  it('stays in sight of who took it', async () => {
    const heard = listen(bench, { id: tanaka, role: 'agent' });
    bench.request(callId, 'connect');

    bench.accept(tanaka, desk);
    await delivery();

    expect([hiddenFrom(heard), shownAfter(heard)]).toEqual([[], [callId]]);
  });
});

describe('whatever happens', { timeout: 120_000 }, () => {
  it('every console shows the calls that the server would list', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, async (happenings) => {
        using scene = createScene();
        const consoles = scene.desks.map(({ agentId }) => {
          const viewer = { id: agentId, role: 'agent' } as const;
          return { viewer, heard: listen(scene.bench, viewer) };
        });
        for (const happening of happenings) {
          play(scene, happening);
          await delivery();
          for (const { viewer, heard } of consoles) {
            expect(shownAfter(heard).sort()).toEqual(activeFor(scene.bench, viewer).sort());
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
