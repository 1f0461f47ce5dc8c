import { pino } from 'pino';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { createSimulatedClock, type SimulatedClock } from '../../../../backend/simulator/clock.ts';
import type { Endpoint } from '../../../../backend/simulator/endpoint.ts';
import { silentMixer } from '../../../../backend/simulator/exchange/silent-mixer.ts';
import type { Faults } from '../../../../backend/simulator/faults/faults.ts';
import type { Mixer } from '../../../../backend/simulator/media/mixer.ts';
import type { Observation, ObservedLeg } from '../../../../backend/simulator/observation.ts';
import type { PhoneDirectory } from '../../../../backend/simulator/personas/introductions.ts';
import { createSimulatedCarrier } from '../../../../backend/simulator/simulated-carrier.ts';
import { patience } from '../../../support/patience.ts';

/** One request that the carrier made of the application. */
export interface ReceivedWebhook {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Headers;
  readonly parameters: Readonly<Record<string, string>>;
  /** Simulated milliseconds since the bench was made. */
  readonly at: number;
}

/** What the application answers: TwiML, or a whole response; nothing is an empty 200. */
export type Answer = (webhook: ReceivedWebhook) => string | Response | undefined | Promise<string | Response>;

export interface BenchOptions {
  readonly speed?: number;
  readonly answer?: Answer;
  readonly softphones?: (identity: string) => Endpoint;
  readonly customerPhone?: Endpoint;
  readonly directory?: PhoneDirectory;
  readonly mixer?: Pick<Mixer, 'createRoom'>;
}

/** A simulated carrier, with an application of a few lines at the other end of its webhooks. */
export interface Bench extends Disposable {
  readonly clock: SimulatedClock;
  readonly faults: Faults;
  readonly received: readonly ReceivedWebhook[];
  post(path: string, form: Form): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  remove(path: string): Promise<ApiAnswer>;
  /** A GET with other credentials. */
  request(path: string, authorization: string): Promise<ApiAnswer>;
  media(path: string): Promise<ArrayBuffer>;
  /** The n-th webhook (from 0) that fits, as soon as it has come. */
  webhook(fits: (webhook: ReceivedWebhook) => boolean, n?: number): Promise<ReceivedWebhook>;
  event(name: string, n?: number): Promise<ReceivedWebhook>;
  /** Lets so many simulated milliseconds go by. */
  pass(ms: number): Promise<void>;
  until<Value>(probe: () => Value | undefined | null | false): Promise<Value>;
  observe(): Observation;
  leg(label: string): ObservedLeg | undefined;
}

export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface ApiAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export const accountPath = `/2010-04-01/Accounts/${simulatedAccount.accountSid}`;
const applicationUrl = 'https://app.test/ai';

export function createBench(options: BenchOptions = {}): Bench {
  const clock = createSimulatedClock({ speed: options.speed ?? 40 });
  const startedAt = clock.now().getTime();
  const received: ReceivedWebhook[] = [];
  const carrier = createSimulatedCarrier({
    clock,
    log: pino({ level: 'silent' }),
    mixer: options.mixer ?? silentMixer,
    applicationVoiceUrl: applicationUrl,
    directory: options.directory ?? (() => null),
    setUpMs: { phone: 200, client: 100, application: 100 },
    softphones: options.softphones ?? (() => unreachable),
    customerPhone: options.customerPhone ?? unreachable,
    fetch: async (input, init) => {
      const webhook = await parseWebhook(new Request(input, init), clock.now().getTime() - startedAt);
      received.push(webhook);
      const answer = await options.answer?.(webhook);
      return typeof answer === 'string' ? twiml(answer) : (answer ?? new Response(null, { status: 204 }));
    },
  });

  async function send(path: string, init: RequestInit): Promise<ApiAnswer> {
    const response = await carrier.app.request(`${accountPath}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  }

  async function until<Value>(probe: () => Value | undefined | null | false): Promise<Value> {
    for (const deadline = Date.now() + patience.timeout; ; ) {
      const value = probe();
      if (value !== undefined && value !== null && value !== false) return value;
      if (Date.now() > deadline)
        throw new Error(`never happened; received: ${JSON.stringify(received, null, 1)}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  const webhook: Bench['webhook'] = (fits, n = 0) => until(() => received.filter(fits)[n]);

  return {
    clock,
    faults: carrier.faults,
    received,
    post: (path, form) => send(path, { method: 'POST', headers, body: encode(form) }),
    get: (path) => send(path, { headers }),
    remove: (path) => send(path, { method: 'DELETE', headers }),
    request: (path, authorization) => send(path, { headers: { authorization } }),
    media: async (path) => (await carrier.app.request(`${accountPath}${path}`, { headers })).arrayBuffer(),
    webhook,
    event: (name, n) => webhook(({ parameters }) => parameters['StatusCallbackEvent'] === name, n),
    pass: (ms) => clock.wait(ms, new AbortController().signal),
    until,
    observe: carrier.observe,
    leg: (label) => carrier.observe().legs.find((leg) => leg.label === label),
    [Symbol.dispose]: () => {
      carrier[Symbol.dispose]();
      clock[Symbol.dispose]();
    },
  };
}

function twiml(verbs: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`, {
    headers: { 'content-type': 'text/xml' },
  });
}

const headers = {
  authorization: `Basic ${btoa(`${simulatedAccount.apiKeySid}:${simulatedAccount.apiKeySecret}`)}`,
};

function encode(form: Form): URLSearchParams {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) encoded.append(name, one);
  }
  return encoded;
}

const unreachable: Endpoint = {
  ring: (_call, events) => {
    queueMicrotask(() => events.refused('no-answer'));
    return { end: () => {}, heard: () => {}, heardBreakOff: () => {}, heardKey: () => {} };
  },
};

async function parseWebhook(request: Request, at: number): Promise<ReceivedWebhook> {
  const { pathname, searchParams } = new URL(request.url);
  const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : searchParams;
  return {
    method: request.method,
    url: request.url,
    path: pathname,
    headers: request.headers,
    parameters: Object.fromEntries(form),
    at,
  };
}
