import { createCallCommands } from '../calls/call-commands.ts';
import { createCallQueries } from '../calls/call-queries.ts';
import type { CallRoutesOptions } from '../calls/call-routes.ts';
import { createCallStart } from '../calls/call-start.ts';
import { legOfTransfer } from '../handoff/transfer-claim.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import type { BackendParts } from './backend-parts.ts';

/** What the API can do with calls: start one, with everything that is checked at the moment of dialling, look at them, end them. */
export function createCallVerbs(parts: BackendParts): CallRoutesOptions {
  const { database, stores, flow, care, team, newCalls, campaigns, clock, ids } = parts;
  const { calls, callHistory, legs, transcript } = stores;
  const { publisher, ending, callLegs, handoffsOf, readiness } = flow;
  return {
    start: createCallStart({
      database,
      ids,
      newCalls,
      callLegs,
      publisher,
      customer: care.customers.find,
      readiness,
      reachableClient: team.connections.reachableClient,
      engage: team.presence.refresh,
    }),
    queries: createCallQueries({ calls, callHistory, transcript, publisher, handoffsOf }),
    commands: createCallCommands({
      database,
      calls,
      legs,
      ending,
      publisher,
      staysBlocked: care.staysBlocked,
      legOfTransfer: (callId) => legOfTransfer(stores.handoffs, callId),
      audit: createAuditLogStore(database, clock),
      clock,
      onResult(call, viewer) {
        care.resultStands(call, viewer.id);
        campaigns.callSettled(call.id);
      },
    }),
  };
}
