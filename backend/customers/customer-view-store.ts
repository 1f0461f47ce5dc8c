import { and, asc, count, eq } from 'drizzle-orm';
import type { SaveView } from '../contract/customer-views.ts';
import type { AgentId, ViewId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customerViews } from '../db/schema/customers.ts';

export type StoredView = typeof customerViews.$inferSelect;

/** Views are found by their agent only: nobody else has to do with them. */
export interface CustomerViewStore {
  /** In the order in which they were made. */
  of(agentId: AgentId): readonly StoredView[];
  count(agentId: AgentId): number;
  insert(view: StoredView): void;
  /** False when there is no such view of this agent. */
  replace(agentId: AgentId, viewId: ViewId, view: SaveView): boolean;
  remove(agentId: AgentId, viewId: ViewId): boolean;
}

export function createCustomerViewStore({ query }: Database): CustomerViewStore {
  const oneOf = (agentId: AgentId, viewId: ViewId) =>
    and(eq(customerViews.id, viewId), eq(customerViews.agentId, agentId));
  return {
    of: (agentId) =>
      query
        .select()
        .from(customerViews)
        .where(eq(customerViews.agentId, agentId))
        .orderBy(asc(customerViews.createdAt), asc(customerViews.id))
        .all(),
    count: (agentId) =>
      query.select({ views: count() }).from(customerViews).where(eq(customerViews.agentId, agentId)).get()
        ?.views ?? 0,
    insert(view) {
      query.insert(customerViews).values(view).run();
    },
    replace: (agentId, viewId, view) =>
      query.update(customerViews).set(view).where(oneOf(agentId, viewId)).run().changes === 1,
    remove: (agentId, viewId) =>
      query.delete(customerViews).where(oneOf(agentId, viewId)).run().changes === 1,
  };
}
