import { createCallCommands } from '../calls/call-commands.ts';
import { createCallQueries } from '../calls/call-queries.ts';
import type { CallRoutesOptions } from '../calls/call-routes.ts';
import { createCallStart } from '../calls/call-start.ts';
import { mayCallAt } from '../customers/calling-hours.ts';
import type { BackendParts } from './backend-parts.ts';

/** What the API can do with calls: start one, with everything that is checked at the moment of dialling, look at them, end them. */
export function createCallVerbs(parts: BackendParts): CallRoutesOptions {
  const { database, config, stores, flow, care, team, clock, ids } = parts;
  const { publisher } = flow;
  return {
    start: createCallStart({
      database,
      clock,
      ids,
      calls: stores.calls,
      callLegs: flow.callLegs,
      publisher,
      customer: care.customers.find,
      isBlocked: care.doNotCall.isBlocked,
      mayCallAt: (now, timeZone) => mayCallAt(config.calls.callingHours, timeZone, now),
      hasConversationSettings: (agentId) => stores.agents.find(agentId)?.settings.conversation != null,
      readiness: flow.readiness,
      reachableClient: team.connections.reachableClient,
      engage: team.presence.refresh,
    }),
    queries: createCallQueries({ ...stores, publisher, handoffsOf: flow.handoffsOf }),
    commands: createCallCommands({
      ...stores,
      database,
      clock,
      publisher,
      ending: flow.ending,
      staysBlocked: care.staysBlocked,
      onResult: (call, viewer) => care.resultStands(call, viewer.id),
    }),
  };
}
