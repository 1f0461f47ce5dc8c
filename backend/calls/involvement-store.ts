import { isNotNull, type SQL, sql } from 'drizzle-orm';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls, legs } from '../db/schema/calls.ts';

/** Who is involved in a call besides its owner, and so may see it (`auth/visibility.ts`): who is or was in it, and whom it is being offered. */
export interface InvolvementStore {
  involvedIn(callId: CallId): readonly AgentId[];
  /** The same for lists of `calls`: those in which this agent is involved. */
  involves(agentId: AgentId): SQL;
  /** The calls that this agent is being offered. */
  offeredTo(agentId: AgentId): SQL;
}

/** `offered`: the same columns for those whom calls are being offered. Offers are a domain above calls; `compose/` hands the query down. */
export function createInvolvementStore({ query }: Database, offered: SQL): InvolvementStore {
  const involvements = sql`(
    select ${legs.callId} as call_id, ${legs.agentId} as agent_id from ${legs} where ${isNotNull(legs.agentId)}
    union all
    ${offered}
  )`;
  const agents = query
    .selectDistinct({ agentId: sql<AgentId>`agent_id` })
    .from(involvements)
    .where(sql`call_id = ${sql.placeholder('callId')}`)
    .prepare();

  return {
    involvedIn: (callId) => agents.all({ callId }).map((row) => row.agentId),
    involves: (agentId) =>
      sql`exists (select 1 from ${involvements} where call_id = ${calls.id} and agent_id = ${agentId})`,
    offeredTo: (agentId) => sql`select call_id from (${offered}) where agent_id = ${agentId}`,
  };
}
