import { z } from 'zod';
import { callSessionSchema } from './calls.ts';
import { reminderIdSchema } from './ids.ts';
import { instantSchema } from './vocabulary.ts';

/** One thing that happened with a customer. */
export const timelineEntrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), key: z.string(), at: instantSchema, call: callSessionSchema }),
  z.object({
    /** `import`: by a file; `after` says by which import, and from which row. */
    type: z.enum(['change', 'import']),
    key: z.string(),
    at: instantSchema,
    /** Null when the system acted by itself. */
    by: z.string().nullable(),
    action: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  }),
  z.object({
    type: z.literal('block'),
    key: z.string(),
    at: instantSchema,
    by: z.string().nullable(),
    action: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  }),
  z.object({
    type: z.literal('reminder'),
    key: z.string(),
    /** When it was made. */
    at: instantSchema,
    reminderId: reminderIdSchema,
    dueAt: instantSchema,
    note: z.string(),
    /** Null for everybody who may see the customer. */
    for: z.string().nullable(),
    doneAt: instantSchema.nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** The last entry of a page: its time and its key, which is unique. */
export const timelineCursorSchema = z.templateLiteral([instantSchema, '~', z.string()]);

/** Pages by key, newest first: `before` is the `next` of the page before. */
export const timelineQuerySchema = z.object({
  before: timelineCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const timelineSchema = z.object({
  entries: z.array(timelineEntrySchema),
  next: timelineCursorSchema.nullable(),
});
export type Timeline = z.infer<typeof timelineSchema>;
