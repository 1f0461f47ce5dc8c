import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../../backend/simulator/account.ts';
import type { FirstHoldings } from '../../../../../backend/simulator/holdings/holdings.ts';
import { createAccountAccess } from '../../../../../backend/telephony/twilio/setup/account-access.ts';
import { checkAccount } from '../../../../../backend/telephony/twilio/setup/check-account.ts';
import { isRight } from '../../../../../backend/telephony/twilio/setup/finding.ts';
import { freePort } from '../../../../support/free-port.ts';
import {
  answerAtDoor,
  changesAt,
  madeSettings,
  remedies,
  type SetUpBench,
  said,
  startSetUpBench,
  withNumber,
} from '../../../../support/set-up-bench.ts';

const { accountSid, apiKeySid, callerNumber, secondNumber, testAccountSid, testAuthToken } = simulatedAccount;

let bench: SetUpBench;

async function start(options: Parameters<typeof startSetUpBench>[0] = {}): Promise<void> {
  await bench?.[Symbol.asyncDispose]();
  bench = await startSetUpBench(options);
  answerAtDoor(bench);
}

beforeEach(() => start());
afterEach(() => bench[Symbol.asyncDispose]());

describe('examining', () => {
  it('changes nothing, and sends whoever reads it to the set-up', async () => {
    const findings = await bench.run('look', {
      ...madeSettings,
      TWILIO_APP_SID: undefined,
      TWILIO_API_KEY_SID: undefined,
    });

    expect(changesAt(bench)).toEqual([]);
    expect(said(findings, 'wrong')).toEqual([
      'TWILIO_API_KEY_SID is not set.',
      'TWILIO_APP_SID is not set.',
      expect.stringContaining(`Calls to ${callerNumber}`),
      expect.stringContaining(`Calls to ${secondNumber}`),
    ]);
  });

  it.each([
    ['a wrong token', { TWILIO_AUTH_TOKEN: 'f'.repeat(32) }, 'do not belong together'],
    [
      'test credentials',
      { TWILIO_ACCOUNT_SID: testAccountSid, TWILIO_AUTH_TOKEN: testAuthToken },
      'test credentials',
    ],
  ])('names %s', async (_what, values, remedy) => {
    const findings = await bench.run('look', { ...madeSettings, ...values });

    expect(said(findings, 'wrong')[0]).toMatch(/^Account: Twilio refuses \(error 200(03|08)\)\.$/);
    expect(remedies(findings)[0]).toContain(remedy);
  });

  it('says that Twilio cannot be reached', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const access = createAccountAccess({ accountSid, authToken: 'x', restBaseUrl: nobody });

    const findings = checkAccount(await access.account(), null);

    expect(said(findings, 'wrong')).toEqual(['Account: Twilio did not answer (ECONNREFUSED).']);
  });

  it.each([
    ['nobody listens', async () => `http://127.0.0.1:${await freePort()}`],
    ['something else does', async () => bench.publicUrl],
  ])('says that no simulator answers where %s', async (_what, urlOf) => {
    const simulatorUrl = await urlOf();
    const access = createAccountAccess({
      accountSid,
      authToken: 'x',
      restBaseUrl: `${simulatorUrl}/simulator`,
    });

    const findings = checkAccount(await access.account(), simulatorUrl);

    expect(said(findings, 'wrong')).toEqual([`No simulator answers at SIMULATOR_URL (${simulatorUrl}).`]);
    expect(remedies(findings)[0]).toContain('npm run simulator');
  });

  it('names a suspended account', async () => {
    await start({
      holdings: (fitting) => ({ ...fitting, account: { ...fitting.account, status: 'suspended' } }),
    });

    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'wrong')[0]).toBe('The account is suspended.');
  });

  it('says that Japan may not be called', async () => {
    await start({ holdings: (fitting) => ({ ...fitting, account: { ...fitting.account, mayCall: [] } }) });

    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'wrong')).toContain('Japan may not be called.');
  });

  it('says what a trial account may not', async () => {
    await start({ holdings: (fitting) => ({ ...fitting, account: { ...fitting.account, type: 'Trial' } }) });

    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'advice')).toContain('This is a trial account.');
  });

  it.each([
    ['that is not voice', withNumber({ canVoice: false }), `${callerNumber} cannot carry voice.`],
    [
      'that is not the account’s',
      (fitting: FirstHoldings) => ({ ...fitting, numbers: [] }),
      `${callerNumber} is neither owned by the account nor verified as a caller.`,
    ],
  ])('names a number %s', async (_what, holdings, sentence) => {
    await start({ holdings });

    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'wrong')).toContain(sentence);
  });

  it('takes a number that was verified as a caller', async () => {
    const verified = (fitting: FirstHoldings): FirstHoldings => ({
      ...fitting,
      numbers: [],
      verifiedCallers: [{ sid: `PN${'c'.repeat(32)}`, phoneNumber: callerNumber }],
    });
    await start({ holdings: verified });

    const findings = await bench.run('mend', madeSettings);

    expect(isRight(findings)).toBe(true);
    expect(said(findings, 'advice')).toContain(
      `${callerNumber} is verified as a caller, but not owned by the account.`,
    );
  });

  it('hints at the regulatory bundle that a Japanese number lacks', async () => {
    await start({ holdings: withNumber({ bundleSid: null }) });

    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'advice')).toContain(
      `${callerNumber} has neither a regulatory bundle nor an address.`,
    );
  });

  it('says that a number from abroad looks like one', async () => {
    await start({ holdings: withNumber({ phoneNumber: '+12025550123' }) });

    const findings = await bench.run('look', { ...madeSettings, TWILIO_NUMBER: '+12025550123' });

    expect(said(findings, 'advice')).toContain('+12025550123 is no Japanese number.');
  });

  it('names an application that is not there', async () => {
    const findings = await bench.run('look', { ...madeSettings, TWILIO_APP_SID: `AP${'d'.repeat(32)}` });

    expect(said(findings, 'wrong')).toContain(`The account has no TwiML application AP${'d'.repeat(32)}.`);
  });

  it.each([
    ['wrong', { TWILIO_API_KEY_SECRET: 'wrong' }, `Twilio does not let API key ${apiKeySid} in (HTTP 401).`],
    ['missing', { TWILIO_API_KEY_SECRET: undefined }, 'TWILIO_API_KEY_SECRET is not set.'],
  ])('names a secret that is %s', async (_what, values, sentence) => {
    const findings = await bench.run('look', { ...madeSettings, ...values });

    expect(said(findings, 'wrong')).toContain(sentence);
  });

  it('names every setting without which it cannot begin', async () => {
    const findings = await bench.run('look', {
      TWILIO_ACCOUNT_SID: '',
      TWILIO_AUTH_TOKEN: '',
      TWILIO_NUMBER: '',
      PUBLIC_URL: '',
    });

    expect(said(findings, 'wrong')).toEqual([
      'TWILIO_ACCOUNT_SID is not set.',
      'TWILIO_AUTH_TOKEN is not set.',
      'TWILIO_NUMBER is not set.',
      'PUBLIC_URL is not set.',
    ]);
  });

  it('says that a region in the environment is not used', async () => {
    const findings = await bench.run('look', {
      ...madeSettings,
      TWILIO_REGION: 'ie1',
      TWILIO_EDGE: 'dublin',
    });

    expect(said(findings, 'advice')).toContain('Set, and not used: TWILIO_REGION=ie1, TWILIO_EDGE=dublin.');
  });

  it('wants https of a real account', async () => {
    const findings = await bench.run('look', {
      PUBLIC_URL: 'http://calls.example.com',
      SIMULATOR_URL: '',
      TWILIO_ACCOUNT_SID: '',
      TWILIO_AUTH_TOKEN: '',
    });

    expect(said(findings, 'wrong')).toContain('PUBLIC_URL is http://calls.example.com, which is not https.');
  });
});
