import { createCallStart, type StartCallVerb } from '../calls/call-start.ts';
import type { Config } from '../config/config.ts';
import { mayCallAt } from '../customers/calling-hours.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CallFlow } from './call-flow.ts';
import type { createCustomerCare } from './customer-care.ts';
import type { Stores } from './stores.ts';
import type { createTeam } from './team.ts';

interface CallStartParts {
  readonly database: Database;
  readonly stores: Stores;
  readonly flow: CallFlow;
  readonly care: ReturnType<typeof createCustomerCare>;
  readonly team: ReturnType<typeof createTeam>;
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Starting a call, with everything that is checked at the moment of dialling. */
export function callStartFor({ stores, flow, care, team, config, ...rest }: CallStartParts): StartCallVerb {
  return createCallStart({
    ...rest,
    calls: stores.calls,
    callLegs: flow.callLegs,
    publisher: flow.publisher,
    customer: care.customers.find,
    isBlocked: care.doNotCall.isBlocked,
    mayCallAt: (now, timeZone) => mayCallAt(config.calls.callingHours, timeZone, now),
    hasConversationSettings: (agentId) => stores.agents.find(agentId)?.settings.conversation != null,
    readiness: flow.readiness,
    reachableClient: team.connections.reachableClient,
    engage: team.presence.refresh,
  });
}
