import { type CallAlerts, createCallAlerts } from '../calls/call-alerts.ts';
import { type CallEnding, createCallEnding } from '../calls/call-ending.ts';
import { type CallLegs, createCallLegs } from '../calls/call-legs.ts';
import { type CallNotices, createCallNotices } from '../calls/call-notices.ts';
import { type CallProgress, createCallProgress } from '../calls/call-progress.ts';
import { type CallPublisher, createCallPublisher } from '../calls/call-publisher.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { CallViewSources, CustomerName } from '../calls/call-view.ts';
import { createCarrierOutcomes, type TakeOutcome } from '../calls/carrier-outcomes.ts';
import { createDialDoubt, type DialDoubt } from '../calls/dial-doubt.ts';
import { createLegEvents, type LegEvents } from '../calls/leg-events.ts';
import type { Config } from '../config/config.ts';
import type { CustomerId } from '../contract/ids.ts';
import { recordedVoice } from '../conversation/understanding/recorded-voice.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { Stores } from './stores.ts';

export interface CallDomainOptions {
  readonly database: Database;
  readonly config: Config;
  readonly stores: Stores;
  readonly customerName: (id: CustomerId) => CustomerName;
  readonly staysBlocked: (call: CallRow) => boolean;
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
  readonly ending: CallEnding;
  readonly legEvents: LegEvents;
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
  const alerts = createCallAlerts({ alerts: openAlerts, events, audience, ids, clock });
  const progress = createCallProgress({ calls, publisher, alerts });
  const callLegs = createCallLegs({
    calls,
    legs,
    outbox,
    ids,
    clock,
    record: config.calls.recording,
    languageOf: (callId) => stores.conversations.find(callId)?.state.language ?? 'ja-JP',
  });
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
  return { notices, publisher, alerts, progress, callLegs, ending, legEvents, doubt, onCarrierOutcome };
}

function publisherOf(
  { database, stores, customerName }: CallDomainOptions,
  handoffOf: CallViewSources['handoffOf'],
): CallPublisher {
  const { calls, legs, transcript, agents, events, involvement } = stores;
  const views = { legs, transcript, nameOfAgent: agents.nameOf, nameOfCustomer: customerName, handoffOf };
  return createCallPublisher({ database, calls, views, events, involvement });
}
