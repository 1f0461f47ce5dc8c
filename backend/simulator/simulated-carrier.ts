import { Hono } from 'hono';
import type { Log } from '../kernel/log.ts';
import { simulatedAccount } from './account.ts';
import type { Carrier } from './carrier.ts';
import type { SimulatedClock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { SetUpTimes } from './exchange/calls.ts';
import { createExchange, type Exchange } from './exchange/exchange.ts';
import type { Caller } from './exchange/incoming.ts';
import { createOwnNumber } from './exchange/own-number.ts';
import { createVoiceRecordings } from './exchange/voice-recordings.ts';
import { faultRoutes } from './faults/fault-routes.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { withFaults } from './faults/faulty-webhooks.ts';
import { createHoldings, type FirstHoldings, fittingHoldings, type Holdings } from './holdings/holdings.ts';
import type { Mixer } from './media/mixer.ts';
import type { Network } from './network.ts';
import { createObserver, type Observation } from './observation.ts';
import { agentPhoneAt, createAgentPhone } from './personas/agent-phones.ts';
import type { PhoneDirectory } from './personas/introductions.ts';
import { customerPhoneNumber, personaAt } from './personas/numbers.ts';
import { createPersonaEndpoint, createUnassignedNumber } from './personas/persona-endpoint.ts';
import { personaOf } from './personas/personas.ts';
import { createRelayOpener } from './relay/relay-socket.ts';
import { createRestApi } from './rest/rest-api.ts';
import { noteToldWords } from './told-words.ts';
import { createApplicationEndpoint } from './twiml/application-endpoint.ts';
import { createRecordingLibrary } from './twiml/recording-library.ts';
import { createWebhookSender } from './webhooks/webhook-sender.ts';

/** Twilio's REST API, calls, conferences and webhooks, with personas at the other ends of the lines. */
export interface SimulatedCarrier extends Disposable {
  /** `/2010-04-01/…` as Twilio has it, and `GET /observation`, which is ours. */
  readonly app: Hono;
  /** What goes wrong; nothing until it is told to. */
  readonly faults: Faults;
  observe(): Observation;
  /** Somebody rings the account's number. */
  receive(caller: Caller): void;
}

export interface SimulatedCarrierOptions {
  readonly clock: SimulatedClock;
  readonly log: Log;
  readonly mixer: Pick<Mixer, 'createRoom'>;
  /** How the application is reached. */
  readonly fetch: typeof fetch;
  /** The voice URL of the account's one TwiML application, until another is set over the REST API. */
  readonly applicationVoiceUrl: string;
  /** The voice URL of the account's number, likewise; without it the number takes no calls. */
  readonly numberVoiceUrl?: string;
  /** What is told when a call to the number is over; without it nothing. */
  readonly numberStatusCallback?: string;
  /** Left out: what a call needs, and nothing else. */
  readonly holdings?: FirstHoldings;
  readonly setUpMs: SetUpTimes;
  readonly softphones: (identity: string) => Endpoint;
  /** Whom the personas speak for. */
  readonly directory: PhoneDirectory;
  /** What rings at `customerPhoneNumber`. */
  readonly customerPhone: Endpoint;
}

/** Set-up times as they are met in the field, in milliseconds. */
export const fieldSetUpMs: SetUpTimes = { phone: 500, client: 250, application: 250 };

export function createSimulatedCarrier(options: SimulatedCarrierOptions): SimulatedCarrier {
  const { clock, log, mixer } = options;
  const observer = createObserver({
    now: () => clock.now(),
    placeOf: (callSid) => {
      const seat = exchange.conferences.seatOf(callSid);
      if (seat === undefined) return null;
      return { label: seat.participant().label, conference: seat.room().friendlyName };
    },
  });
  const faults = createFaults(clock);
  const webhooks = withFaults({
    sender: noteToldWords(
      createWebhookSender({ authToken: simulatedAccount.authToken, fetch: options.fetch }),
      { told: observer.told, now: () => clock.now() },
    ),
    forger: createWebhookSender({ authToken: 'nobody knows the right one', fetch: options.fetch }),
    faults,
    clock,
  });
  const voiceRecordings = createVoiceRecordings({ accountSid: simulatedAccount.accountSid, clock });
  const carrier: Carrier = {
    accountSid: simulatedAccount.accountSid,
    clock,
    now: () => new Date(clock.now().getTime() + faults.plan().clockSkewMs),
    faults,
    webhooks,
    openRelay: createRelayOpener(simulatedAccount.authToken),
    recordings: createRecordingLibrary({
      own: voiceRecordings.at,
      fetch: options.fetch,
      onMissing: () => report(11200, null),
    }),
    voiceRecordings,
    mixer,
    log,
    report,
  };
  const holdings = createHoldings(
    options.holdings ??
      fittingHoldings(options.applicationVoiceUrl, clock.now(), {
        voiceUrl: options.numberVoiceUrl ?? '',
        statusCallback: options.numberStatusCallback ?? '',
      }),
    clock.now(),
  );
  const exchange = createExchange(
    {
      network: createNetwork(
        { ...options, holdings, receive: (caller, number) => exchange.receive(caller, number) },
        carrier,
      ),
      setUpMs: options.setUpMs,
      onPlaced: observer.follow,
    },
    carrier,
  );

  function report(code: number, callSid: string | null): void {
    log.warn({ code, callSid }, 'the simulated carrier reports an error');
    observer.report(code, callSid);
  }

  const observe = (): Observation => observer.observe(exchange);
  const app = new Hono().get('/observation', (c) => c.json(observe()));
  app.route('/', createRestApi(exchange, { ...carrier, holdings }));
  app.route('/', faultRoutes(faults));
  const receive = (caller: Caller): void => {
    const number = holdings
      .numbers()
      .find(({ phoneNumber }) => phoneNumber === simulatedAccount.callerNumber);
    if (number !== undefined) exchange.receive(caller, number);
  };
  return { app, faults, observe, receive, [Symbol.dispose]: () => webhooks[Symbol.dispose]() };
}

interface NetworkOptions extends Omit<SimulatedCarrierOptions, 'holdings'> {
  readonly holdings: Holdings;
  readonly receive: Exchange['receive'];
}

function createNetwork(options: NetworkOptions, carrier: Carrier): Network {
  return {
    phone: (number) => {
      if (number === customerPhoneNumber) return options.customerPhone;
      const held = options.holdings.numbers().find(({ phoneNumber }) => phoneNumber === number);
      if (held !== undefined) return createOwnNumber((caller) => options.receive(caller, held));
      const agentPhone = agentPhoneAt(number);
      if (agentPhone !== null) return createAgentPhone(agentPhone, carrier.clock);
      const persona = personaAt(number);
      if (persona === null) return createUnassignedNumber(carrier.clock);
      return createPersonaEndpoint(personaOf(persona), {
        clock: carrier.clock,
        directory: options.directory,
      });
    },
    softphone: options.softphones,
    application: (sid) => {
      const application = options.holdings.applications().find((one) => one.sid === sid);
      return application === undefined ? null : createApplicationEndpoint(application, carrier);
    },
  };
}
