import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { type FaultPlan, faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';
import { withDeviceFaults } from '../../../../backend/simulator/faults/faulty-devices.ts';
import { customerPhoneNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { type Bench, createBench } from '../support/bench.ts';
import { createTestPhone } from '../support/test-phone.ts';

const { callerNumber, twimlAppSid } = simulatedAccount;
const agent = 'client:agent-1';

const shared = {
  From: callerNumber,
  StatusCallback: 'https://app.test/status',
  StatusCallbackEvent: ['answered', 'completed'],
  ConferenceStatusCallback: 'https://app.test/conference',
  ConferenceStatusCallbackEvent: ['start', 'join', 'leave', 'end'],
  ConferenceRecord: 'record-from-start',
  ConferenceRecordingStatusCallback: 'https://app.test/recording',
  ConferenceRecordingStatusCallbackEvent: ['completed', 'absent'],
};

describe('faults of the exchange', () => {
  let bench: Bench;

  beforeEach(() => {
    bench = createBench({
      customerPhone: createTestPhone(),
      softphones: () => withDeviceFaults(createTestPhone(), bench.faults, bench.clock),
      answer: ({ path }) => (path === '/ai' ? '<Pause length="600"/>' : undefined),
    });
  });

  afterEach(() => bench[Symbol.dispose]());

  function plan(rates: Partial<FaultPlan['rates']>, more: Partial<FaultPlan> = {}): void {
    bench.faults.follow(faultPlanSchema.parse({ rates, ...more }));
  }

  function invite(To: string, Label: string) {
    return bench.post('/Conferences/room/Participants.json', { ...shared, To, Label });
  }

  async function fillConference(): Promise<void> {
    await invite(customerPhoneNumber, 'customer');
    await invite(`app:${twimlAppSid}`, 'ai-1');
    await bench.event('participant-join', 1);
  }

  it('leave a conference waiting for ever, whoever enters', async () => {
    plan({ 'conference-stuck': 1 });

    await fillConference();

    await bench.pass(20_000);
    expect(bench.received.map(({ parameters }) => parameters['StatusCallbackEvent'])).not.toContain(
      'conference-start',
    );
  });

  it('drop a participant within a minute of their answer', async () => {
    plan({ 'participant-dropped': 1 });

    await fillConference();

    await bench.event('participant-leave', 1);
    expect(bench.observe().legs.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(bench.faults.counts()).toEqual({ 'participant-dropped': 2 });
  });

  it('lose a recording', async () => {
    plan({ 'recording-absent': 1 });
    await fillConference();

    plan({ 'recording-absent': 1, 'participant-dropped': 1 });
    await bench.post(`/Calls/${bench.leg('customer')?.callSid}.json`, { Status: 'completed' });
    await bench.post(`/Calls/${bench.leg('ai-1')?.callSid}.json`, { Status: 'completed' });

    const told = await bench.webhook(({ path }) => path === '/recording');
    expect(told.parameters['RecordingStatus']).toBe('absent');
  });

  it('put the carrier’s clock wrong', async () => {
    plan({}, { clockSkewMs: -600_000 });
    const before = bench.clock.now().getTime();

    await invite(customerPhoneNumber, 'customer');
    const told = await bench.webhook(({ parameters }) => parameters['CallStatus'] === 'in-progress');

    const at = Date.parse(told.parameters['Timestamp'] ?? '');
    expect(Math.abs(at - before + 600_000)).toBeLessThan(30_000);
  });

  it.each([
    ['codec-refused', 'no-answer', 0],
    ['ice-failed', 'completed', 6],
  ])('fail a softphone by %s: its call is %s', async (kind, status, seconds) => {
    plan({ [kind]: 1 });

    await invite(agent, 'agent-1');

    const leg = await bench.until(() => {
      const found = bench.leg('agent-1');
      return found?.status === status && found;
    });
    expect(leg.billedSeconds).toBe(seconds);
  });
});

describe('the record of what is audible', () => {
  it('ends with the line, and knows how long it was billed', async () => {
    using bench = createBench({
      customerPhone: createTestPhone(),
      answer: ({ path }) =>
        path === '/ai' ? '<Say>もしもし、聞こえますか。</Say><Pause length="60"/>' : undefined,
    });
    await bench.post('/Conferences/room/Participants.json', {
      From: callerNumber,
      To: customerPhoneNumber,
      Label: 'customer',
      // Without a second participant it is music that they hear.
    });
    await bench.until(() => bench.leg('customer')?.heard[0]);

    await bench.post(`/Calls/${bench.leg('customer')?.callSid}.json`, { Status: 'completed' });

    const leg = bench.leg('customer');
    expect(leg).toMatchObject({ conference: 'room', status: 'completed' });
    expect(leg?.heard[0]?.to).toBe(leg?.endedAt);
  });
});
