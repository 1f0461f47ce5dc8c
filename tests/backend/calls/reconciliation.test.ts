import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Reconciliation, startReconciliation } from '../../../backend/calls/reconciliation.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { LegNow, LiveConference, PresentLeg, Telephony } from '../../../backend/telephony/telephony.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';
import { type KeptLog, keptLog } from '../../support/kept-log.ts';

describe('the comparison of open calls with the carrier', () => {
  let bench: HandoffBench;
  let callId: CallId;
  let present: PresentLeg[] | null;
  let legs: Map<string, LegNow>;
  let made: Awaited<ReturnType<Telephony['findLeg']>>;
  let asked: string[];
  let kept: KeptLog;
  let live: LiveConference[] | null;
  let pending: boolean;
  let mixed: boolean | null;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    legs = new Map();
    made = { type: 'not-done' };
    asked = [];
    kept = keptLog();
    live = [];
    pending = false;
    mixed = true;
    present = ['customer', 'ai-1'].map((label) => ({ label, muted: false, onHold: false }));
  });

  afterEach(() => bench[Symbol.dispose]());

  function start(presentIn = async () => present): Reconciliation {
    return startReconciliation({
      ...bench.stores,
      database: bench.database,
      callLegs: bench.flow.callLegs,
      arrivals: bench.flow.arrivals,
      notices: bench.flow.notices,
      outbox: { ...bench.stores.outbox, isPending: () => pending },
      legEvents: bench.flow.carrierEvents,
      clock: bench.clock,
      speed: 1,
      onOutcome: bench.flow.onCarrierOutcome,
      log: kept.log,
      telephony: {
        isMixed: async () => mixed,
        legNow: async (legRef) => {
          asked.push(legRef);
          return legs.get(legRef) ?? { type: 'up' };
        },
        presentIn,
        liveConferences: async () => live,
        findLeg: async ({ label }) => {
          asked.push(label);
          return made;
        },
      },
    });
  }

  /** One pass, which begins with the start. */
  async function compare(): Promise<void> {
    const pass = start();
    const known = bench.stores.legs.ofCall(callId).filter(({ state }) => state !== 'left');
    await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(known.length));
    await pass[Symbol.asyncDispose]();
    expect(kept.lines).toEqual([]);
  }

  function call() {
    return bench.stores.calls.find(callId);
  }

  function refOf(kind: 'customer' | 'ai'): string {
    return bench.legOf(callId, kind).carrierRef ?? '';
  }

  function sent() {
    return bench.commands(callId);
  }

  it('finds nothing to do where both say the same', async () => {
    const before = [call(), bench.stores.legs.ofCall(callId), sent()];

    await compare();

    expect([call(), bench.stores.legs.ofCall(callId), sent()]).toEqual(before);
  });

  it('ends a call whose customer has gone without a word from the carrier', async () => {
    legs.set(refOf('customer'), { type: 'ended', reason: 'hung-up', billedSeconds: 7 });

    await compare();

    expect(call()).toMatchObject({ status: 'failed', resultReason: 'hung-up-early' });
  });

  it('brings another AI for one that has gone', async () => {
    legs.set(refOf('ai'), { type: 'ended', reason: 'carrier', billedSeconds: 7 });

    await compare();

    expect(bench.stores.legs.ofCall(callId).map(({ label }) => label)).toEqual(['customer', 'ai-1', 'ai-2']);
  });

  it('finds a leg in the conference that was not reported to have joined', async () => {
    const { id } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { state: 'joining', joinedAt: null });

    await compare();

    expect(bench.stores.legs.find(id)?.state).toBe('in-conference');
  });

  it('takes leave, once, of a customer who does not hear us because the conference never began', async () => {
    mixed = false;
    bench.clock.pass(3);

    await compare();
    await compare();

    expect(sent().filter(({ type }) => type === 'take-leave')).toHaveLength(1);
    expect(call()).toMatchObject({ result: 'failed', resultReason: 'carrier' });
  });

  it.each([
    ['has begun without a word of it', true, 'CF'],
    ['may have begun: the carrier does not answer', null, null],
  ])('leaves those in peace whose conference %s', async (_, answer, mixedConferenceRef) => {
    mixed = answer;
    bench.clock.pass(3);

    await compare();

    expect(sent().filter(({ type }) => type === 'take-leave')).toEqual([]);
    expect(call()).toMatchObject({ mixedConferenceRef });
  });

  it('waits a moment for a conference to begin', async () => {
    mixed = false;

    await compare();

    expect(sent().filter(({ type }) => type === 'take-leave')).toEqual([]);
  });

  it('looks at one call when it is told to, and sees to it that this is done again while nothing is settled', async () => {
    await using comparison = start();
    await vi.waitFor(() => expect(asked.length).toBe(2));
    mixed = null;
    bench.clock.pass(3);
    bench.stores.timers.cancel(`arrival-overdue:${callId}`);

    comparison.lookAt(callId);

    await vi.waitFor(() => expect(bench.stores.timers.dueAt(`arrival-overdue:${callId}`)).not.toBeNull());
  });

  it('learns what an ended leg was billed', async () => {
    const { id } = bench.legOf(callId, 'ai');
    legs.set(refOf('ai'), { type: 'ended', reason: 'hung-up', billedSeconds: 12 });

    await compare();

    expect(bench.stores.legs.find(id)?.billedSeconds).toBe(12);
  });

  it('asks again for a hold that failed', async () => {
    bench.stores.legs.update(bench.legOf(callId, 'customer').id, { onHold: true });

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: true });
  });

  it('ends a hold that nobody wants any more', async () => {
    present = [{ label: 'customer', muted: false, onHold: true }];

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: false });
  });

  it('mutes again who is to be muted', async () => {
    bench.stores.legs.update(bench.legOf(callId, 'ai').id, { muted: true });

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'mute-leg', muted: true });
  });

  it('hangs up on a leg that should be gone and is still there', async () => {
    const { id, carrierRef } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { state: 'left', leftAt: bench.clock.now() });

    await compare();

    expect(sent()).toContainEqual(expect.objectContaining({ type: 'hang-up', legRef: carrierRef }));
  });

  it('brings an AI to a customer who is there by themself, although nothing of it was told', async () => {
    const { id } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { state: 'left', leftAt: bench.clock.now() });
    present = [{ label: 'customer', muted: false, onHold: false }];

    await compare();

    expect(bench.stores.legs.ofCall(callId).map(({ label }) => label)).toEqual(['customer', 'ai-1', 'ai-2']);
  });

  it('seeks a human, and plays hold audio meanwhile, for who is by themself after a human talked', async () => {
    const suzuki = bench.agent('suzuki');
    const desk = bench.connect(suzuki);
    bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));
    const agentLeg = bench.legOf(callId, 'agent');
    bench.joined(agentLeg.id);
    bench.ended(bench.legOf(callId, 'ai').id);
    const handoff = bench.stores.handoffs.openOfCall(callId);
    if (handoff !== null)
      bench.database.transaction(() =>
        bench.stores.handoffs.update(handoff.id, { endedAt: bench.clock.now() }),
      );
    bench.stores.legs.update(agentLeg.id, { state: 'left', leftAt: bench.clock.now() });
    present = [{ label: 'customer', muted: false, onHold: false }];

    await compare();

    expect(sent()).toContainEqual(expect.objectContaining({ type: 'hold-leg', onHold: true }));
    expect(bench.stores.handoffs.openOfCall(callId)).toMatchObject({ reason: 'agent-line-dropped' });
  });

  it('ends at the carrier what goes on of a call that is over, and leaves what is not ours', async () => {
    bench.ended(bench.legOf(callId, 'customer').id);
    bench.clock.pass(3_600);
    const ours = { conferenceRef: 'CF stray', name: call()?.conferenceName ?? '' };
    live = [ours, { conferenceRef: 'CF other', name: 'of another program' }];
    const before = sent().length;

    const pass = start();
    await vi.waitFor(() => expect(sent().length).toBeGreaterThan(before));
    await pass[Symbol.asyncDispose]();

    expect(sent().slice(before)).toEqual([{ type: 'end-conference', conferenceRef: 'CF stray' }]);
  });

  it('goes on with the next call when one cannot be compared', async () => {
    bench.clock.pass(1);
    const next = bench.answeredCall();
    const refs = bench.stores.legs.ofCall(next).map(({ carrierRef }) => carrierRef);
    let times = 0;

    const pass = start(async () => {
      times += 1;
      if (times === 1) throw new Error('a defect');
      return present;
    });
    await vi.waitFor(() => expect(asked).toEqual(refs));
    await pass[Symbol.asyncDispose]();

    expect(kept.lines).toMatchObject([{ msg: 'a call could not be compared with the carrier', callId }]);
  });

  describe('looks up by its label a customer of whose dialling nothing was ever told', () => {
    beforeEach(() => {
      const agentId = bench.agent('suzuki');
      present = null;
      callId = bench.dialledCall(agentId, bench.connect(agentId));
    });

    it('and ends the call when the carrier knows nothing of it', async () => {
      bench.clock.pass(61);

      await compare();

      expect(call()).toMatchObject({ status: 'failed', resultReason: 'carrier' });
    });

    it('and learns the leg when there is one', async () => {
      bench.clock.pass(61);
      made = { type: 'done', leg: { legRef: 'CA9', conferenceRef: 'CF' } };

      await compare();

      expect(bench.legOf(callId, 'customer')).toMatchObject({ state: 'joining', carrierRef: 'CA9' });
    });

    it('and waits while the carrier does not answer', async () => {
      bench.clock.pass(61);
      made = { type: 'unknown', detail: 'the connection broke' };

      await compare();

      expect(call()).toMatchObject({ endedAt: null });
    });

    it('but not while the outbox still has it', async () => {
      bench.clock.pass(61);
      pending = true;

      const pass = start();
      await vi.waitFor(() => expect(asked).toContain(bench.legOf(callId, 'agent').carrierRef));
      await pass[Symbol.asyncDispose]();

      expect(asked).not.toContain('customer');
      expect(call()).toMatchObject({ endedAt: null });
    });

    it('but not before the outbox had its time', async () => {
      const pass = start();
      await vi.waitFor(() => expect(asked).toContain(bench.legOf(callId, 'agent').carrierRef));
      await pass[Symbol.asyncDispose]();

      expect(asked).not.toContain('customer');
      expect(call()).toMatchObject({ endedAt: null });
    });
  });

  it.each(['up', 'ringing'] as const)(
    'hangs up again on a leg that is still %s although its call is over',
    async (type) => {
      const { id, carrierRef } = bench.legOf(callId, 'customer');
      present = null;
      legs.set(refOf('customer'), { type });
      legs.set(refOf('ai'), { type: 'ended', reason: 'hung-up', billedSeconds: 7 });
      bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'ended-by-agent' }));
      const before = sent().length;

      const pass = start();
      await vi.waitFor(() => expect(sent().length).toBeGreaterThan(before));
      await pass[Symbol.asyncDispose]();

      expect(sent().slice(before)).toEqual([{ type: 'hang-up', legId: id, legRef: carrierRef }]);
    },
  );

  it('forgets a call that has been over for long', async () => {
    bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'ended-by-agent' }));
    bench.clock.pass(301);

    await compare();

    expect(asked).toEqual([]);
  });

  it('changes nothing while the carrier does not answer', async () => {
    present = null;
    legs.set(refOf('customer'), { type: 'unknown' });
    legs.set(refOf('ai'), { type: 'unknown' });
    const before = [call(), bench.stores.legs.ofCall(callId), sent()];

    await compare();

    expect([call(), bench.stores.legs.ofCall(callId), sent()]).toEqual(before);
  });
});
