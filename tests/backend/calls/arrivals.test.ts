import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presentSince } from '../../../backend/calls/arrivals.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('a customer who has answered', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    bench.stores.timers.cancel(`arrival-overdue:${callId}`);
  });

  afterEach(() => bench[Symbol.dispose]());

  /** In seconds from now; null when the carrier is not going to be asked. */
  function askedIn(): number | null {
    const due = bench.stores.timers.dueAt(`arrival-overdue:${callId}`);
    return due === null ? null : Math.round((due.getTime() - bench.clock.now().getTime()) / 100) / 10;
  }

  function customer() {
    const { id, carrierRef } = bench.legOf(callId, 'customer');
    return { callId, legId: id, legRef: carrierRef ?? 'CA', at: bench.clock.now() };
  }

  function unreported(): void {
    bench.stores.legs.update(customer().legId, { state: 'joining', joinedAt: null });
  }

  it('is looked for at the carrier when nothing tells that they are in the conference', () => {
    unreported();

    bench.flow.carrierEvents.legAnswered(customer());

    expect(askedIn()).toBe(1.5);
  });

  it('is looked for less often who never comes into the conference', () => {
    bench.stores.legs.update(customer().legId, { answeredAt: bench.clock.now() });
    unreported();
    bench.clock.pass(60);

    bench.flow.arrivals.watch(callId);

    expect(askedIn()).toBe(8);
  });

  it('is looked for soon when the conference has begun without a word of them', () => {
    unreported();

    bench.flow.carrierEvents.conferenceStarted(callId, 'CF');

    expect(askedIn()).toBe(0.5);
  });

  it('is looked after when they are in a conference with the AI that has not begun', () => {
    bench.flow.arrivals.watch(callId);

    expect(askedIn()).toBe(2);
  });

  it('is looked after no later because it was told late that the AI has joined', () => {
    const answeredAt = bench.clock.now();
    bench.clock.pass(2);
    bench.stores.legs.update(bench.legOf(callId, 'ai').id, { answeredAt, joinedAt: bench.clock.now() });

    bench.flow.arrivals.watch(callId);

    expect(askedIn()).toBe(0.5);
  });

  it('is left alone once the conference has begun', () => {
    bench.flow.arrivals.watch(callId);

    bench.flow.carrierEvents.conferenceStarted(callId, 'CF');

    expect(askedIn()).toBeNull();
  });

  it('is looked after again when another conference takes the place of the first', () => {
    bench.flow.carrierEvents.conferenceStarted(callId, 'an earlier CF');

    expect(askedIn()).toBe(2);
  });
});

describe('presentSince', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 1, 0, seconds));

  it.each([
    ['nobody has answered', null, null, null],
    [
      'only the answer was told, which comes half a second earlier',
      at(0),
      null,
      new Date(at(0).getTime() + 500),
    ],
    ['only the joining was told', null, at(3), at(3)],
    ['the joining was told late', at(0), at(9), new Date(at(0).getTime() + 500)],
    ['both were told in time', at(2), at(2), at(2)],
  ])('where %s', (_, answeredAt, joinedAt, since) => {
    expect(presentSince({ answeredAt, joinedAt })).toEqual(since);
  });
});
