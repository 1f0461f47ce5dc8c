import { readinessOf } from '../calls/readiness.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import { createSupervisionReactions } from '../supervision/supervision-reactions.ts';
import { createSupervisionRunner } from '../supervision/supervision-runner.ts';
import { createSupervisionService, type SupervisionService } from '../supervision/supervision-service.ts';
import { createSupervisionStore } from '../supervision/supervision-store.ts';
import type { CallDomain } from './call-domain.ts';
import type { HandoffDomainOptions } from './handoff-course.ts';
import type { HandoffDomain } from './handoff-domain.ts';

/** Admins on other people's calls. */
export function createSupervision(
  options: HandoffDomainOptions,
  { callLegs, publisher, notices }: CallDomain,
  { takeOver }: Pick<HandoffDomain, 'takeOver'>,
): SupervisionService {
  const { database, stores, config, presence, connections, clock, ids } = options;
  const { calls, legs, events, agents } = stores;
  const supervisions = createSupervisionStore(database);
  const runner = createSupervisionRunner({
    supervisions,
    legs,
    callLegs,
    publisher,
    events,
    audit: createAuditLogStore(database, clock),
    nameOfAgent: agents.nameOf,
    takeOver,
    refreshPresence: presence.refresh,
    isPrivate: config.calls.supervisionIsPrivate,
    clock,
  });
  notices.subscribe(createSupervisionReactions({ legs, supervisions, runner }));
  return createSupervisionService({
    database,
    calls,
    legs,
    callLegs,
    publisher,
    supervisions,
    runner,
    readiness: (agentId) => readinessOf({ presence, connections }, agentId),
    reachableClient: connections.reachableClient,
    nameOfAgent: agents.nameOf,
    ids,
    clock,
  });
}
