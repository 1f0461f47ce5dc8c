import { eq, sql } from 'drizzle-orm';
import { handoffs, offers } from '../db/schema/handoffs.ts';

/** The calls (`call_id`) that are being offered, with whom they are offered to (`agent_id`): for whoever asks who is involved in a call. */
export const offeredCalls = sql`
  select ${handoffs.callId} as call_id, ${offers.agentId} as agent_id
  from ${offers} join ${handoffs} on ${eq(offers.handoffId, handoffs.id)}
  where ${eq(offers.status, 'open')}`;
