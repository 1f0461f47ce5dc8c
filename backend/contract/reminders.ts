import { z } from 'zod';
import { agentIdSchema, callIdSchema, customerIdSchema, reminderIdSchema } from './ids.ts';
import { linesOfText } from './text.ts';
import { instantSchema } from './vocabulary.ts';

/** Somebody is to be called again. */
export const openReminderSchema = z.object({
  id: reminderIdSchema,
  customerId: customerIdSchema,
  company: z.string(),
  person: z.string().nullable(),
  phoneNumber: z.string(),
  doNotCall: z.boolean(),
  /** The call with the customer that is in progress. */
  activeCallId: callIdSchema.nullable(),
  /** Whom it reminds; null for everybody who may see the customer. */
  agent: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  dueAt: instantSchema,
  note: z.string(),
  /** The call that led to it; null for one made by hand. */
  callId: callIdSchema.nullable(),
  doneAt: instantSchema.nullable(),
});
export type OpenReminder = z.infer<typeof openReminderSchema>;

export const reminderCursorSchema = z.templateLiteral([instantSchema, '~', reminderIdSchema]);
/** Pages by key, the one that is due first first: `after` is the `next` of the page before. */
export const remindersQuerySchema = z.object({
  due: z.enum(['now', 'any']).default('any'),
  /** `mine`: those that remind the caller, or everybody. Admins may ask for `all`; for agents it is the same. */
  whose: z.enum(['mine', 'all']).default('mine'),
  after: reminderCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RemindersQuery = z.infer<typeof remindersQuerySchema>;
export const remindersSchema = z.object({
  reminders: z.array(openReminderSchema),
  next: reminderCursorSchema.nullable(),
});
export type Reminders = z.infer<typeof remindersSchema>;

export const reminderParamSchema = z.object({ reminderId: reminderIdSchema });
/** Reminds whoever makes it. */
export const addReminderSchema = z.object({ dueAt: instantSchema, note: linesOfText(500).default('') });
export type AddReminder = z.infer<typeof addReminderSchema>;
/** To a later time, or an earlier one. What is left out stays. */
export const moveReminderSchema = z.object({ dueAt: instantSchema, note: linesOfText(500).optional() });
export type MoveReminder = z.infer<typeof moveReminderSchema>;
