import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../../backend/simulator/account.ts';
import type { FirstHoldings } from '../../../../../backend/simulator/holdings/holdings.ts';
import { isRight } from '../../../../../backend/telephony/twilio/setup/finding.ts';
import {
  answerAtDoor,
  changesAt,
  madeSettings,
  type SetUpBench,
  said,
  startSetUpBench,
  withNumber,
} from '../../../../support/set-up-bench.ts';

const { callerNumber, secondNumber } = simulatedAccount;

/** An account in which nothing was set up. */
function empty(fitting: FirstHoldings): FirstHoldings {
  return { ...fitting, applications: [] };
}

let bench: SetUpBench;

async function start(options: Parameters<typeof startSetUpBench>[0] = {}): Promise<void> {
  await bench?.[Symbol.asyncDispose]();
  bench = await startSetUpBench(options);
  answerAtDoor(bench);
}

beforeEach(() => start({ holdings: empty }));
afterEach(() => bench[Symbol.asyncDispose]());

describe('setting up', () => {
  it('makes application and key, leads the number here, and keeps the new settings', async () => {
    const findings = await bench.run('mend');

    expect(said(findings, 'wrong')).toEqual([]);
    expect(Object.keys(bench.kept).sort()).toEqual([
      'TWILIO_API_KEY_SECRET',
      'TWILIO_API_KEY_SID',
      'TWILIO_APP_SID',
    ]);
    const application = bench.exchanged.find(
      ({ path, method }) => method === 'POST' && path.includes('/App'),
    );
    expect(application?.form.get('VoiceUrl')).toBe(
      `${bench.publicUrl}/webhooks/twilio/ai#ct=2000&rt=5000&rc=3&rp=all&e=tokyo`,
    );
    const number = bench.exchanged.find(
      ({ path, method }) => method === 'POST' && path.includes('/Incoming'),
    );
    expect(number?.form.get('VoiceUrl')).toBe(
      `${bench.publicUrl}/webhooks/twilio/incoming#ct=2000&rt=5000&rc=3&rp=all&e=tokyo`,
    );
  });

  it('changes nothing the second time', async () => {
    await bench.run('mend');
    const before = changesAt(bench);

    const findings = await bench.run('mend');

    expect(changesAt(bench)).toEqual(before);
    expect(said(findings, 'changed')).toEqual([]);
    expect(isRight(findings)).toBe(true);
  });

  it('says on a dry run what it would do, and does none of it', async () => {
    const findings = await bench.run('dry-run');

    expect(changesAt(bench)).toEqual([]);
    expect(bench.kept).toEqual({});
    expect(said(findings, 'to-change')).toEqual([
      'API key "Toritsugi" is made.',
      'TwiML application "Toritsugi" is made.',
      expect.stringContaining(`Calls to ${callerNumber}: voiceUrl: "" →`),
      expect.stringContaining(`Calls to ${secondNumber}: voiceUrl: "" →`),
    ]);
    expect(isRight(findings)).toBe(false);
  });

  it('makes no second key and no second application while their settings are not kept', async () => {
    await start({ holdings: empty, keeps: false });
    await bench.run('mend');

    const findings = await bench.run('mend');

    expect(changesAt(bench).filter((change) => /Keys|Applications\.json/.test(change))).toHaveLength(2);
    expect(said(findings, 'wrong')).toEqual([
      expect.stringContaining('There is an API key "Toritsugi"'),
      'TWILIO_APP_SID: not written into .env.',
    ]);
  });

  it('puts an application right that leads elsewhere, and says where it led', async () => {
    await start();

    const findings = await bench.run('mend', madeSettings);

    expect(said(findings, 'changed')[0]).toContain('"https://elsewhere.example/voice" →');
    expect(isRight(findings)).toBe(true);
  });

  it.each([{ voiceUrl: 'https://shop.example/voice' }, { trunkSid: `TK${'b'.repeat(32)}` }])(
    'leaves another number of the account to what it serves, and tells who shows it: %o',
    async (change) => {
      await start({
        holdings: (fitting) => ({
          ...fitting,
          numbers: fitting.numbers.map((number) =>
            number.phoneNumber === secondNumber ? { ...number, ...change } : number,
          ),
        }),
      });

      const findings = await bench.run('mend', madeSettings);

      expect(said(findings, 'advice')).toContain(`Calls to ${secondNumber} do not lead to this server.`);
      expect(isRight(findings)).toBe(true);
    },
  );

  it.each([{ voiceApplicationSid: `AP${'a'.repeat(32)}` }, { trunkSid: `TK${'a'.repeat(32)}` }])(
    'takes the number away from nobody who was given its calls: %o',
    async (change) => {
      await start({ holdings: withNumber(change) });

      const findings = await bench.run('mend', madeSettings);

      expect(said(findings, 'wrong')).toEqual([expect.stringContaining('are left to')]);
      expect(changesAt(bench).filter((path) => path.includes('Numbers'))).toEqual([]);
    },
  );

  it('does not choose between two applications of its name', async () => {
    const twice = (fitting: FirstHoldings): FirstHoldings => ({
      ...fitting,
      applications: fitting.applications.flatMap((one) => [one, { ...one, sid: `AP${'b'.repeat(32)}` }]),
    });
    await start({ holdings: twice });

    const findings = await bench.run('mend', { ...madeSettings, TWILIO_APP_SID: undefined });

    expect(said(findings, 'wrong')).toEqual([expect.stringContaining('several TwiML applications')]);
  });
});
