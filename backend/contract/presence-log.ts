import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { busyReasonSchema, instantSchema, presenceSchema } from './vocabulary.ts';

/** One time that an agent's presence, or the reason for it, became another. */
export const presenceChangeSchema = z.object({
  at: instantSchema,
  from: presenceSchema,
  to: presenceSchema,
  /** Only with `busy`. */
  reason: busyReasonSchema.nullable(),
  /** Who chose it; null where it followed from a call, a connection or a timer. */
  by: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
});
export type PresenceChange = z.infer<typeof presenceChangeSchema>;

/** An agent's changes in a period, the newest first; `complete` is false where only the newest of very many are there. */
export const presenceLogSchema = z.object({
  agent: z.object({ id: agentIdSchema, name: z.string() }),
  changes: z.array(presenceChangeSchema),
  complete: z.boolean(),
});
export type PresenceLog = z.infer<typeof presenceLogSchema>;
