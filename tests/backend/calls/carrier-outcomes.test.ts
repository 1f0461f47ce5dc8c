import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../../backend/calls/carrier-outcomes.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { CarrierCommand } from '../../../backend/telephony/carrier-command.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const refused: CommandOutcome = { type: 'refused', reason: 'carrier', detail: 'HTTP 400' };
const unknown: CommandOutcome = { type: 'unknown', detail: 'the connection broke' };
const done: CommandOutcome = { type: 'done' };

describe('what became of a command to the carrier', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    for (const leg of bench.stores.legs.ofCall(callId)) {
      bench.stores.legs.update(leg.id, { carrierRef: `CA ${leg.kind}` });
    }
  });

  afterEach(() => bench[Symbol.dispose]());

  function concludes(command: CarrierCommand | undefined, outcome: CommandOutcome): void {
    if (command === undefined) throw new Error('nothing to conclude');
    bench.clock.pass(1);
    bench.database.transaction(() => bench.flow.onCarrierOutcome(command, outcome));
  }

  function sent<Type extends CarrierCommand['type']>(type: Type) {
    const isOfType = (one: CarrierCommand): one is Extract<CarrierCommand, { type: Type }> =>
      one.type === type;
    return bench.commands(callId).filter(isOfType);
  }

  function raised(): string[] {
    const admin = {
      id: bench.agent(`admin ${bench.clock.now().getTime()}`, 'admin'),
      role: 'admin',
    } as const;
    bench.clock.pass(0.001);
    return bench.flow.alerts.visibleTo(admin).map(({ kind }) => kind);
  }

  it('tells the refs of a leg that is under way', () => {
    const [add] = sent('add-ai');

    concludes(add, { type: 'done', leg: { legRef: 'CA new', conferenceRef: 'CF new' } });

    expect(bench.legOf(callId, 'ai').carrierRef).toBe('CA new');
    expect(bench.stores.calls.find(callId)?.conferenceRef).toBe('CF');
  });

  it('hangs up on a leg that came up for nobody, because the call is over', () => {
    const [add] = sent('add-ai');
    bench.ended(bench.legOf(callId, 'customer').id);
    const before = sent('hang-up').length;

    concludes(add, { type: 'done', leg: { legRef: 'CA late', conferenceRef: 'CF' } });

    expect(sent('hang-up').slice(before)).toMatchObject([{ legRef: 'CA late' }]);
  });

  it.each([
    [{ type: 'refused', reason: 'invalid-number', detail: '' }, 'invalid-number'],
    [{ type: 'not-dialled', reason: 'number-blocked' }, 'number-blocked'],
    [refused, 'carrier'],
    [unknown, 'carrier'],
  ] as const)('ends a call whose customer cannot be dialled: %o', (outcome, resultReason) => {
    const [dial] = sent('dial-customer');

    concludes(dial, outcome);

    expect(bench.stores.calls.find(callId)).toMatchObject({ status: 'failed', resultReason });
  });

  it('brings another AI when one could not be added', () => {
    const [add] = sent('add-ai');

    concludes(add, refused);

    expect(sent('add-ai').map(({ label }) => label)).toEqual(['ai-1', 'ai-2']);
  });

  it('has nobody talk on a leg that could not be unmuted', () => {
    const suzuki = bench.agent('suzuki');
    const desk = bench.connect(suzuki);
    bench.request(callId, 'prepare');
    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);
    bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));
    const [unmute] = sent('mute-leg');

    concludes(unmute, refused);
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(unmute).toMatchObject({ muted: false });
    expect(bench.stores.calls.find(callId)).toMatchObject({
      result: 'failed',
      resultReason: 'hung-up-early',
    });
  });

  it('drops a human who cannot be unmuted: the customer must not talk to nobody', () => {
    const { id: legId } = bench.legOf(callId, 'ai');
    const unmute = { type: 'mute-leg', legId, conferenceRef: 'CF', legRef: 'CA ai', muted: false } as const;

    concludes(unmute, unknown);

    expect(bench.stores.legs.find(legId)?.state).toBe('left');
    expect(sent('hang-up')).toMatchObject([{ legRef: 'CA ai' }]);
  });

  it('hangs up on a leg that cannot be removed from the conference', () => {
    const ai = bench.legOf(callId, 'ai');
    bench.database.transaction(() => bench.flow.callLegs.remove(ai.id));

    concludes(sent('remove-leg')[0], refused);

    expect(sent('hang-up')).toMatchObject([{ legRef: 'CA ai' }]);
  });

  it('raises one alert when the carrier fails, and clears it when the carrier does what it is told', () => {
    bench.database.transaction(() => bench.flow.callLegs.holdCustomer(callId, true));
    const [hold] = sent('hold-leg');

    concludes(hold, unknown);
    concludes(hold, refused);
    const whileFailing = raised();
    concludes(hold, done);

    expect(whileFailing).toEqual(['carrier-failing']);
    expect(raised()).toEqual([]);
    const events = bench.stores.events.after(0, 500).map(({ event }) => event.type);
    expect(events.filter((type) => type === 'alert-raised' || type === 'alert-cleared')).toEqual([
      'alert-raised',
      'alert-cleared',
    ]);
  });

  it('alarms nobody about what a call can do without, or about whom to dial', () => {
    bench.database.transaction(() => bench.flow.callLegs.announceToCustomer(callId, 'お待ちください'));
    concludes(sent('announce')[0], refused);
    concludes(sent('transcribe')[0], unknown);
    concludes(sent('dial-customer')[0], { type: 'not-dialled', reason: 'outside-calling-hours' });
    concludes(sent('dial-customer')[0], { type: 'refused', reason: 'invalid-number', detail: '' });

    expect(raised()).toEqual([]);
  });

  it.each([
    'number-barred',
    'country-not-allowed',
    'number-not-verified',
    'caller-number',
    'credentials',
    'account',
    'application',
    'public-address',
    'leg-not-added',
  ] as const)('tells admins alone, once, that %s is to be put right', (problem) => {
    const [dial] = sent('dial-customer');
    const outcome = { type: 'refused', reason: problem, detail: '' } as const;

    concludes(dial, outcome);
    concludes(dial, outcome);

    const events = bench.stores.events.after(0, 500);
    const told = events.filter(({ event }) => event.type === 'alert-raised');
    expect(told).toMatchObject([{ event: { alert: { kind: 'line-problem', problem } }, audience: [] }]);
    expect(bench.flow.alerts.visibleTo({ id: bench.agent('suzuki'), role: 'agent' })).toEqual([]);
  });

  it.each([
    ['credentials', 'hold-leg', []],
    ['country-not-allowed', 'hold-leg', ['line-problem']],
    ['country-not-allowed', 'dial-customer', []],
    ['application', 'dial-customer', ['line-problem']],
    ['application', 'add-ai', []],
  ] as const)('is told of %s until %s works', (problem, type, left) => {
    bench.database.transaction(() => bench.flow.callLegs.holdCustomer(callId, true));
    const commands = [...sent('hold-leg'), ...sent('dial-customer'), ...sent('add-ai')];
    bench.database.transaction(() => bench.flow.alerts.lineHasProblem(problem));

    concludes(
      commands.find((command) => command.type === type),
      done,
    );

    expect(raised()).toEqual(left);
  });

  it('tells the admin of a problem that came with a leg’s end, too', () => {
    const agentId = bench.agent('suzuki');
    const dialled = bench.dialledCall(agentId, bench.connect(agentId));
    const { id: legId } = bench.legOf(dialled, 'customer');
    const event = { callId: dialled, legId, legRef: 'CA1', at: bench.clock.now() };

    bench.database.transaction(() =>
      bench.flow.carrierEvents.legEnded({ ...event, reason: 'country-not-allowed', billedSeconds: null }),
    );

    expect(raised()).toEqual(['line-problem']);
    expect(bench.stores.calls.find(dialled)).toMatchObject({ resultReason: 'number-not-allowed' });
  });
});
