import { createCallAlerts } from '../calls/call-alerts.ts';
import { createCallEnding } from '../calls/call-ending.ts';
import { createCallLegs } from '../calls/call-legs.ts';
import { createCallNotices } from '../calls/call-notices.ts';
import { createCallPublisher } from '../calls/call-publisher.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { CustomerName } from '../calls/call-view.ts';
import { createCarrierOutcomes } from '../calls/carrier-outcomes.ts';
import { createLegEvents } from '../calls/leg-events.ts';
import type { Config } from '../config/config.ts';
import type { CallId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { type HandoffViewSources, viewHandoff } from '../handoff/handoff-view.ts';
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

export type CallDomain = ReturnType<typeof createCallDomain>;

/** Calls: their legs, their end, and what the consoles are told of them. */
export function createCallDomain(options: CallDomainOptions) {
  const { database, config, stores, staysBlocked, clock, ids, log } = options;
  const handoffViews = handoffViewsOf(options);
  const notices = createCallNotices();
  const publisher = publisherOf(options, handoffViews);
  const alerts = createCallAlerts({
    alerts: stores.openAlerts,
    events: stores.events,
    audience: publisher.audience,
    ids,
    clock,
  });
  const shared = { ...stores, database, clock, ids, log, notices, publisher, alerts };
  const callLegs = createCallLegs({
    ...shared,
    record: config.calls.recording,
    languageOf: (callId) => stores.conversations.find(callId)?.state.language ?? 'ja-JP',
  });
  const ending = createCallEnding({ ...shared, staysBlocked });
  return {
    notices,
    publisher,
    alerts,
    callLegs,
    ending,
    legEvents: createLegEvents({ ...shared, callLegs, ending, aiJoins: config.calls.aiJoins }),
    onCarrierOutcome: createCarrierOutcomes({ ...shared, ending }),
    handoffViews,
    handoffsOf: (callId: CallId) =>
      stores.handoffs.ofCall(callId).map((row) => viewHandoff(row, handoffViews)),
  };
}

function publisherOf(
  { database, stores, customerName }: CallDomainOptions,
  handoffViews: HandoffViewSources,
) {
  return createCallPublisher({
    ...stores,
    database,
    views: {
      ...stores,
      nameOfAgent: stores.agents.nameOf,
      nameOfCustomer: customerName,
      handoffOf(callId) {
        const last = stores.handoffs.lastOfCall(callId);
        return last === null ? null : viewHandoff(last, handoffViews);
      },
    },
    involvedIn: stores.handoffs.involvedIn,
  });
}

function handoffViewsOf({ stores, customerName }: CallDomainOptions): HandoffViewSources {
  return {
    ...stores,
    nameOfAgent: stores.agents.nameOf,
    customerOf(callId) {
      const call = stores.calls.find(callId);
      if (call === null) throw new Error(`there is no call ${callId}`);
      return customerName(call.customerId);
    },
  };
}
