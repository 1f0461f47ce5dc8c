import { z } from 'zod';
import { agentIdSchema, callIdSchema, customerIdSchema } from './ids.ts';
import { callResultSchema, instantSchema, roleSchema } from './vocabulary.ts';

export const customerStatusSchema = z.enum(['new', 'in-progress', 'won', 'follow-up', 'absent', 'rejected']);
export type CustomerStatus = z.infer<typeof customerStatusSchema>;

export const customerSchema = z.object({
  id: customerIdSchema,
  company: z.string(),
  companyKana: z.string().nullable(),
  person: z.string().nullable(),
  department: z.string().nullable(),
  /** E.164 */
  phoneNumber: z.string(),
  owner: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  status: customerStatusSchema,
  note: z.string(),
  timeZone: z.string(),
  /** Blocked for the whole company; checked again at the moment of dialling. */
  doNotCall: z.boolean(),
  activeCallId: callIdSchema.nullable(),
  lastCall: z.object({ at: instantSchema, result: callResultSchema.nullable() }).nullable(),
  nextReminderAt: instantSchema.nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

export const customerQuerySchema = z.object({
  search: z.string().trim().max(100).optional(),
  status: customerStatusSchema.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const customerPageSchema = z.object({
  customers: z.array(customerSchema),
  total: z.int().nonnegative(),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;
export const customerParamSchema = z.object({ customerId: customerIdSchema });

/** Why a customer's number must not be called, and who may change that. */
export const blockSchema = z.object({
  /** `rejection` and `do-not-call` are what the customer said; `agent` is what an agent recorded. */
  reason: z.enum(['rejection', 'do-not-call', 'agent']),
  since: instantSchema,
  /** The call that led to it. */
  callId: callIdSchema.nullable(),
  /** Null when no agent recorded it. */
  addedBy: z.string().nullable(),
  /** `agent`: whoever may see the customer. */
  liftableBy: roleSchema,
});
export type Block = z.infer<typeof blockSchema>;

export const liftBlockSchema = z.object({ reason: z.string().trim().min(1).max(500) });
export type LiftBlock = z.infer<typeof liftBlockSchema>;
