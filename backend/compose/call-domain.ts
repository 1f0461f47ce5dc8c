import { createAlertLog } from '../calls/alert-log.ts';
import { type Arrivals, createArrivals } from '../calls/arrivals.ts';
import { type CallAlerts, createCallAlerts } from '../calls/call-alerts.ts';
import { type CallEnding, createCallEnding } from '../calls/call-ending.ts';
import { type CallLegs, createCallLegs } from '../calls/call-legs.ts';
import { type CallNotices, createCallNotices } from '../calls/call-notices.ts';
import { type CallProgress, createCallProgress } from '../calls/call-progress.ts';
import { type CallPublisher, createCallPublisher } from '../calls/call-publisher.ts';
import { type CallReceptionOptions, createCallReception } from '../calls/call-reception.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { CallViewSources, CustomerName } from '../calls/call-view.ts';
import { createCarrierOutcomes, type TakeOutcome } from '../calls/carrier-outcomes.ts';
import { createDialDoubt, type DialDoubt } from '../calls/dial-doubt.ts';
import { createLegEvents, type LegEvents } from '../calls/leg-events.ts';
import { createTelephoneLegs, type TelephoneLegs } from '../calls/telephone-legs.ts';
import type { Config } from '../config/config.ts';
import type { CustomerId } from '../contract/ids.ts';
import { recordedVoice } from '../conversation/understanding/recorded-voice.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { Stores } from './stores.ts';

export interface CallDomainOptions {
  readonly database: Database;
  readonly config: Config;
  readonly stores: Stores;
  readonly customerName: (id: CustomerId) => CustomerName;
  readonly staysBlocked: (call: CallRow) => boolean;
  /** Those who ring our number. */
  readonly callers: CallReceptionOptions['callers'];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface CallDomain {
  readonly notices: CallNotices;
  readonly publisher: CallPublisher;
  readonly alerts: CallAlerts;
  readonly progress: CallProgress;
  readonly callLegs: CallLegs;
  readonly telephones: TelephoneLegs;
  readonly ending: CallEnding;
  readonly legEvents: LegEvents;
  readonly callReceived: CarrierEvents['callReceived'];
  readonly arrivals: Arrivals;
  readonly doubt: DialDoubt;
  readonly onCarrierOutcome: TakeOutcome;
}

/** Calls: their legs, their end, and what the consoles are told of them; of handoffs only how one looks (`handoffOf`). */
export function createCallDomain(
  options: CallDomainOptions,
  handoffOf: CallViewSources['handoffOf'],
): CallDomain {
  const { config, stores, staysBlocked, clock, ids, log } = options;
  const { calls, legs, transcript, openAlerts, events, outbox } = stores;
  const notices = createCallNotices();
  const publisher = publisherOf(options, handoffOf);
  const { audience } = publisher;
  const alerts = createCallAlerts({
    alerts: openAlerts,
    log: createAlertLog({ alerts: openAlerts, events, ids, clock }),
    audience,
  });
  const progress = createCallProgress({ calls, publisher, alerts });
  const callLegs = createCallLegs({
    calls,
    legs,
    outbox,
    ids,
    clock,
    notices,
    record: config.calls.recording,
    languageOf: (callId) => stores.conversations.find(callId)?.state.language ?? 'ja-JP',
  });
  const telephones = createTelephoneLegs({ calls, legs, outbox, ids, clock, record: config.calls.recording });
  const ending = createCallEnding({
    calls,
    legs,
    transcript,
    outbox,
    publisher,
    notices,
    alerts,
    staysBlocked,
    recordingIn: recordedVoice,
    clock,
    log,
  });
  const arrivals = createArrivals({ calls, legs, timers: stores.timers, clock });
  const doubt = createDialDoubt({ calls, publisher, clock });
  const { aiJoins } = config.calls;
  const legEvents = createLegEvents({
    calls,
    legs,
    callLegs,
    ending,
    publisher,
    notices,
    progress,
    arrivals,
    doubt,
    outbox,
    aiJoins,
  });
  const onCarrierOutcome = createCarrierOutcomes({
    calls,
    legs,
    ending,
    notices,
    doubt,
    alerts,
    outbox,
    clock,
    log,
  });
  const { callReceived } = receptionOf(options, { callLegs, arrivals, publisher });
  return {
    notices,
    publisher,
    alerts,
    progress,
    callLegs,
    telephones,
    ending,
    legEvents,
    callReceived,
    arrivals,
    doubt,
    onCarrierOutcome,
  };
}

function receptionOf(
  { stores, callers, ids, clock }: CallDomainOptions,
  parts: Pick<CallDomain, 'callLegs' | 'arrivals' | 'publisher'>,
): Pick<CarrierEvents, 'callReceived'> {
  const speakers = () =>
    stores.agents
      .all()
      .filter(({ settings }) => settings.conversation !== null)
      .map(({ id }) => id);
  return createCallReception({ calls: stores.calls, ...parts, callers, speakers, ids, clock });
}

function publisherOf(
  { database, stores, customerName }: CallDomainOptions,
  handoffOf: CallViewSources['handoffOf'],
): CallPublisher {
  const { calls, legs, transcript, recordings, agents, events, involvement } = stores;
  const names = { nameOfAgent: agents.nameOf, nameOfCustomer: customerName };
  const views = { legs, transcript, recordings, ...names, handoffOf };
  return createCallPublisher({ database, calls, views, events, involvement });
}
