import type { AuditPage, AuditQuery } from '../contract/audit.ts';
import { type AgentId, agentIdSchema, customerIdSchema } from '../contract/ids.ts';
import type { AuditTrailStore, StoredEntry } from './audit-trail-store.ts';
import type { CustomerStore } from './customer-store.ts';

/** A page of the audit log, for admins. */
export type AuditTrail = (query: AuditQuery) => AuditPage;

interface AuditTrailOptions {
  readonly trail: Pick<AuditTrailStore, 'page'>;
  readonly customers: Pick<CustomerStore, 'find'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
}

export function createAuditTrail({ trail, customers, nameOfAgent }: AuditTrailOptions): AuditTrail {
  function nameOf({ subject, subjectId }: StoredEntry): string | null {
    const customerId = customerIdSchema.safeParse(subjectId);
    if (subject === 'customer' && customerId.success) return customers.find(customerId.data)?.company ?? null;
    return subject === 'account' ? nameOfAgent(agentIdSchema.parse(subjectId)) || null : null;
  }

  return (query) => {
    const rows = trail.page({ ...query, limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    return {
      entries: page.map(({ actorId, at, ...entry }) => ({
        ...entry,
        at: at.toISOString(),
        actor: actorId === null ? null : { id: actorId, name: nameOfAgent(actorId) },
        subjectName: nameOf({ ...entry, at, actorId }),
      })),
      next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
    };
  };
}
