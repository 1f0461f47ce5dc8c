import type { Viewer } from '../../auth/visibility.ts';
import { type RecordedResult, type ResultChange, recordedResultSchema } from '../../contract/calls.ts';
import type { AgentId, CallId } from '../../contract/ids.ts';
import type { AuditTrailStore, StoredEntry } from '../../customers/audit-trail-store.ts';
import type { CallQueries } from '../call-queries.ts';

/** Who changed the result of a call, when, from what to what; newest first. Refuses with `not-found` what the viewer may not see. */
export type ResultChanges = (viewer: Viewer, callId: CallId) => readonly ResultChange[];

interface ResultChangesOptions {
  readonly queries: Pick<CallQueries, 'record'>;
  readonly trail: Pick<AuditTrailStore, 'page'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
}

/** Nobody changes their mind more often. */
const mostChanges = 100;

export function createResultChanges({ queries, trail, nameOfAgent }: ResultChangesOptions): ResultChanges {
  return (viewer, callId) => {
    const { call } = queries.record(viewer, callId);
    const changes = { subject: 'call', subjectId: call.id, action: 'result-changed', limit: mostChanges };
    return trail.page(changes).flatMap(({ at, actorId, before, after }) => {
      const [was, is] = [resultIn(before), resultIn(after)];
      if (was === null || is === null) return [];
      const by = actorId === null ? null : { id: actorId, name: nameOfAgent(actorId) };
      return [{ at: at.toISOString(), by, before: was, after: is }];
    });
  };
}

/** Null for what was written down in other words than today’s. */
function resultIn(facts: StoredEntry['before']): RecordedResult | null {
  return recordedResultSchema.safeParse(facts).data ?? null;
}
