import { z } from 'zod';
import { phoneNumberSchema } from './agents.ts';
import { blockSchema } from './customers.ts';
import { callIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { instantSchema } from './vocabulary.ts';

/** Where the list has a number from. */
export const blockSourceSchema = z.enum(['call', 'by-hand', 'import']);

/** A number that nobody in the company calls. */
export const blockedNumberSchema = z.object({
  phoneNumber: phoneNumberSchema,
  reason: blockSchema.shape.reason,
  source: blockSourceSchema,
  /** Why, in the words of whoever put it on the list. */
  note: z.string(),
  since: instantSchema,
  callId: callIdSchema.nullable(),
  /** Null when no agent recorded it. */
  addedBy: z.string().nullable(),
  /** Customers with this number whom the caller may see. */
  companies: z.array(z.string()),
});
export type BlockedNumber = z.infer<typeof blockedNumberSchema>;

/** Pages by key, newest first: `before` is the `next` of the page before. */
export const blockedCursorSchema = z.templateLiteral([instantSchema, '~', phoneNumberSchema]);
export const blockedQuerySchema = z.object({
  /** A part of the number, in any notation. */
  search: z.string().trim().max(40).optional(),
  source: blockSourceSchema.optional(),
  before: blockedCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BlockedQuery = z.infer<typeof blockedQuerySchema>;
export const blockedPageSchema = z.object({
  numbers: z.array(blockedNumberSchema),
  total: z.int(),
  next: blockedCursorSchema.nullable(),
});
export type BlockedPage = z.infer<typeof blockedPageSchema>;

const noteSchema = lineOfText(500).min(1);
/** In any notation, Japanese when it names no country. */
export const blockNumberSchema = z.object({ phoneNumber: lineOfText(40).min(1), note: noteSchema });
export type BlockNumber = z.infer<typeof blockNumberSchema>;

/** One number in each line; what follows a comma or a tab is the reason, else `note` is. */
export const blockNumbersSchema = z.object({ text: z.string().max(30_000), note: noteSchema });
export type BlockNumbers = z.infer<typeof blockNumbersSchema>;
export const numbersBlockedSchema = z.object({
  added: z.int(),
  /** Those that were on the list already. */
  known: z.int(),
  /** Lines, from 1, that are no number. */
  problems: z.array(z.object({ line: z.int(), value: z.string() })),
});
export type NumbersBlocked = z.infer<typeof numbersBlockedSchema>;

export const liftNumberSchema = z.object({ phoneNumber: phoneNumberSchema, reason: noteSchema });
export type LiftNumber = z.infer<typeof liftNumberSchema>;
