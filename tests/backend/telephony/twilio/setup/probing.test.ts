import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../../backend/db/database.ts';
import { systemClock } from '../../../../../backend/kernel/clock.ts';
import { simulatedAccount } from '../../../../../backend/simulator/account.ts';
import { faultPlanSchema } from '../../../../../backend/simulator/faults/fault-plan.ts';
import { createWebhookReceiptsStore } from '../../../../../backend/telephony/twilio/webhook-receipts-store.ts';
import { createTwilioWebhooks } from '../../../../../backend/telephony/twilio/webhook-routes.ts';
import { silentLog } from '../../../../support/api.ts';
import { createCarrierEventsLog } from '../../../../support/carrier-events-log.ts';
import {
  changesAt,
  madeSettings,
  remedies,
  type SetUpBench,
  said,
  startSetUpBench,
} from '../../../../support/set-up-bench.ts';

let bench: SetUpBench;

beforeEach(async () => {
  bench = await startSetUpBench({ speed: 40 });
});
afterEach(() => bench[Symbol.asyncDispose]());

/** Has our webhooks answer at the public address. */
function answerAtDoor(turn = async () => undefined): void {
  const database = openDatabase(':memory:');
  bench.door.route(
    '/webhooks/twilio',
    createTwilioWebhooks({
      events: createCarrierEventsLog(),
      testCalls: { listening: () => {}, playing: () => {}, ended: () => {} },
      forgetTestRecordings: () => {},
      database,
      receipts: createWebhookReceiptsStore(database),
      authToken: simulatedAccount.authToken,
      publicUrl: bench.publicUrl,
      transport: 'gather',
      after: () => () => {},
      turn,
      clock: systemClock,
      log: silentLog,
      legByRef: () => null,
      legByLabel: () => null,
    }),
  );
}

/** The account's number leads there, too. */
async function serve(): Promise<void> {
  answerAtDoor();
  await bench.run('mend', madeSettings);
}

function deafen(): void {
  bench.carrier.faults.follow(faultPlanSchema.parse({ rates: { 'gather-deaf': 1 } }));
}

async function probed(values = {}, answeredBy: 'server' | 'stand-in' = 'server') {
  const findings = await bench.probe({ ...madeSettings, ...values }, answeredBy);
  return findings.filter(({ about }) => about.en.startsWith('Probe'));
}

describe('the probe of what a <Gather> hears', () => {
  it('tells what it understood of the conference', async () => {
    await serve();

    const findings = await probed();

    expect(said(findings, 'right')).toEqual([
      'Probe: <Gather> hears the conference (it understood 「音声の確認です。」).',
    ]);
  });

  it('advises the default where the AI is elsewhere without need', async () => {
    await serve();

    const findings = await probed({ AI_LEG: 'customer' });

    expect(remedies(findings)[0]).toContain('AI_LEG=conference');
  });

  it('advises the other placement where it hears nothing', async () => {
    await serve();
    deafen();

    const findings = await probed();

    expect(said(findings, 'wrong')).toEqual(['Probe: <Gather> hears nothing of the conference.']);
    expect(remedies(findings)[0]).toContain('AI_LEG=customer');
  });

  it('finds nothing wrong with an account that needs no such ears', async () => {
    await serve();
    deafen();

    const findings = await probed({ AI_LEG: 'customer' });

    expect(said(findings, 'advice')).toEqual(['Probe: <Gather> hears nothing of the conference.']);
  });

  it('does not take a busy number for deafness', async () => {
    answerAtDoor();

    const findings = await probed();

    expect(said(findings, 'wrong')).toEqual([
      'Probe: nothing was found out, because our own number is busy.',
    ]);
  });

  it('does not take a number that nobody answers for deafness', async () => {
    bench.door.post('/webhooks/twilio/incoming', () => new Promise<Response>(() => {}));
    await serve();

    const findings = await probed();

    expect(said(findings, 'wrong')).toEqual([
      'Probe: nothing was found out, because our own number did not answer.',
    ]);
  });

  it('asks the server for each of its legs, before it asks Twilio', async () => {
    const askedBefore: boolean[] = [];
    answerAtDoor(async () => {
      askedBefore.push(bench.carrier.observe().legs.length > 0);
      return undefined;
    });
    await bench.run('mend', madeSettings);

    await probed();

    expect(askedBefore).toEqual([false, true]);
  });

  it('calls nobody where the server leaves it no leg', async () => {
    bench.door.post('/webhooks/twilio/probe/turn', (c) => c.body(null, 404));
    await serve();

    const findings = await probed();

    expect(said(findings, 'wrong')).toEqual([
      'Probe: the server does not take part in the probe (HTTP 404).',
    ]);
    expect(bench.carrier.observe().legs).toEqual([]);
  });

  it('leaves no call behind', async () => {
    await serve();

    await probed();

    const legs = bench.carrier.observe().legs.map(({ endedAt }) => endedAt);
    expect(legs).toHaveLength(3);
    expect(legs).not.toContain(null);
  });

  it('says that it needs a server, and that nothing is known without it', async () => {
    const findings = await probed({}, 'stand-in');

    expect(said(findings, 'wrong')).toEqual([
      expect.stringMatching(/no call was made.*does not run here.*is not known/),
    ]);
    expect(remedies(findings)).toEqual([expect.stringContaining('twilio:doctor -- --probe')]);
    expect(changesAt(bench)).toEqual([]);
  });

  it('says which settings it needs, and that nothing is known without them', async () => {
    const findings = await probed({ TWILIO_APP_SID: undefined, TWILIO_NUMBER: undefined });

    expect(said(findings, 'wrong')).toEqual([
      expect.stringMatching(/no call was made.*TWILIO_NUMBER, TWILIO_APP_SID\..*is not known/),
    ]);
    expect(changesAt(bench)).toEqual([]);
  });
});
