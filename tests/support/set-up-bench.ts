import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { parseSetUpSettings, type SetUpSettings } from '../../backend/config/set-up-settings.ts';
import { listen } from '../../backend/http/listen.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { createSimulatedClock } from '../../backend/simulator/clock.ts';
import { silentMixer } from '../../backend/simulator/exchange/silent-mixer.ts';
import {
  type FirstHoldings,
  fittingHoldings,
  type HeldNumber,
} from '../../backend/simulator/holdings/holdings.ts';
import {
  createSimulatedCarrier,
  fieldSetUpMs,
  type SimulatedCarrier,
} from '../../backend/simulator/simulated-carrier.ts';
import { createAccountAccess } from '../../backend/telephony/twilio/setup/account-access.ts';
import { createFetchPage } from '../../backend/telephony/twilio/setup/fetched.ts';
import type { Finding } from '../../backend/telephony/twilio/setup/finding.ts';
import { type Door, inspect } from '../../backend/telephony/twilio/setup/inspection.ts';
import type { Mode } from '../../backend/telephony/twilio/setup/mending.ts';
import { createProbeLine } from '../../backend/telephony/twilio/setup/probe-line.ts';
import { createStandIn } from '../../backend/telephony/twilio/setup/stand-in.ts';
import { silentLog } from './api.ts';
import { type Exchanged, writeDownExchanges } from './written-exchanges.ts';

type Values = Readonly<Record<string, string | undefined>>;

/** An account at the simulated carrier, a public address with a server behind it, and a `.env` that begins with what every one has. */
export interface SetUpBench extends AsyncDisposable {
  readonly exchanged: readonly Exchanged[];
  readonly publicUrl: string;
  readonly restBaseUrl: string;
  /** What the server at the public address is asked. */
  readonly door: Hono;
  /** What was kept in `.env` so far. */
  readonly kept: Record<string, string>;
  settings(values?: Values): SetUpSettings;
  readonly carrier: Pick<SimulatedCarrier, 'faults' | 'observe'>;
  run(mode: Mode, values?: Values): Promise<readonly Finding[]>;
  /** Looks, and calls the account's own number besides. */
  probe(values?: Values, answeredBy?: Door['answeredBy']): Promise<readonly Finding[]>;
}

interface SetUpBenchOptions {
  /** What the account holds, given what every one does. */
  readonly holdings?: (fitting: FirstHoldings) => FirstHoldings;
  /** Whether new settings are written into `.env`. */
  readonly keeps?: boolean;
  /** Times real time, for calls. */
  readonly speed?: number;
}

/** How a run goes that makes a call. */
interface Probing {
  readonly answeredBy: Door['answeredBy'];
}

export async function startSetUpBench({
  holdings = (fitting) => fitting,
  keeps = true,
  speed = 1,
}: SetUpBenchOptions = {}): Promise<SetUpBench> {
  const exchanged: Exchanged[] = [];
  const kept: Record<string, string> = {};
  const door = new Hono();
  const atDoor = await listen(door, { port: 0, host: '127.0.0.1' });
  const publicUrl = `http://127.0.0.1:${atDoor.port}`;
  const clock = createSimulatedClock({ speed });
  const carrier = createSimulatedCarrier({
    clock,
    mixer: silentMixer,
    log: silentLog,
    fetch,
    applicationVoiceUrl: 'https://elsewhere.example/voice',
    holdings: holdings(fittingHoldings('https://elsewhere.example/voice', clock.now())),
    setUpMs: fieldSetUpMs,
    directory: () => null,
    softphones: () => unused,
    customerPhone: unused,
  });
  const api = new Hono().use(writeDownExchanges(exchanged)).route('/simulator', carrier.app);
  const atApi = await listen(api, { port: 0, host: '127.0.0.1' });
  const simulatorUrl = `http://127.0.0.1:${atApi.port}`;
  const restBaseUrl = `${simulatorUrl}/simulator`;

  function settings(values: Values = {}): SetUpSettings {
    return parseSetUpSettings({
      TWILIO_ACCOUNT_SID: simulatedAccount.accountSid,
      TWILIO_AUTH_TOKEN: simulatedAccount.authToken,
      TWILIO_NUMBER: simulatedAccount.callerNumber,
      PUBLIC_URL: publicUrl,
      SIMULATOR_URL: simulatorUrl,
      LANG: 'C',
      ...kept,
      ...values,
    });
  }

  async function run(mode: Mode, values: Values = {}, probing: Probing | null = null): Promise<Finding[]> {
    const findings: Finding[] = [];
    const found = inspect({
      settings: settings(values),
      mode,
      access: (accountSid, authToken) => createAccountAccess({ accountSid, authToken, restBaseUrl }),
      keeper: {
        async keep(more) {
          if (keeps) Object.assign(kept, more);
          return keeps;
        },
      },
      fetchPage: createFetchPage(() => performance.now()),
      openDoor: async () => ({
        answeredBy: probing?.answeredBy ?? 'server',
        [Symbol.asyncDispose]: async () => undefined,
      }),
      tryStorage: null,
      probe:
        probing === null
          ? null
          : {
              line: (accountSid, authToken) => createProbeLine({ accountSid, authToken, restBaseUrl }),
              pause: () => setTimeout(1_000 / speed),
            },
      newWord: () => 'word-of-this-test',
    });
    for await (const finding of found) findings.push(finding);
    return findings;
  }

  return {
    exchanged,
    publicUrl,
    restBaseUrl,
    door,
    kept,
    settings,
    carrier,
    run: (mode, values) => run(mode, values),
    probe: (values, answeredBy = 'server') => run('look', values, { answeredBy }),
    async [Symbol.asyncDispose]() {
      carrier[Symbol.dispose]();
      clock[Symbol.dispose]();
      await atApi[Symbol.asyncDispose]();
      await atDoor[Symbol.asyncDispose]();
    },
  };
}

/** The settings that the command itself makes. */
export const madeSettings = {
  TWILIO_API_KEY_SID: simulatedAccount.apiKeySid,
  TWILIO_API_KEY_SECRET: simulatedAccount.apiKeySecret,
  TWILIO_APP_SID: simulatedAccount.twimlAppSid,
};

/** An account whose number is another, or otherwise. */
export function withNumber(change: Partial<HeldNumber>): (fitting: FirstHoldings) => FirstHoldings {
  return (fitting) => ({ ...fitting, numbers: fitting.numbers.map((number) => ({ ...number, ...change })) });
}

/** What was changed at the carrier. */
export function changesAt({ exchanged }: SetUpBench): readonly string[] {
  return exchanged.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

/** Has the server answer at the public address as it does with these credentials. */
export function answerAtDoor(
  { door, publicUrl }: SetUpBench,
  authToken: string = simulatedAccount.authToken,
): void {
  door.route('/', createStandIn({ authToken, publicUrl, log: silentLog }));
}

/** The sentences of one kind. */
export function said(findings: readonly Finding[], type: Finding['type']): readonly string[] {
  return findings.filter((finding) => finding.type === type).map(({ about }) => about.en);
}

/** How to mend what is wrong, or could be better. */
export function remedies(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) => ('remedy' in finding ? [finding.remedy.en] : []));
}

const unused = {
  ring: () => ({ end: () => {}, heard: () => {}, heardBreakOff: () => {}, heardKey: () => {} }),
};
