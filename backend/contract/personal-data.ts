import { z } from 'zod';
import { lineOfText } from './text.ts';

/** The company’s name is written once more, so that nobody erases the one above it in a list. */
export const eraseCustomerSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** Whose wish it was, without the person: it stays in the audit log. */
  reason: lineOfText(200).min(1),
});
export type EraseCustomer = z.infer<typeof eraseCustomerSchema>;

export const erasedCustomerSchema = z.object({
  calls: z.int().min(0),
  recordings: z.int().min(0),
  /** Of the customer’s numbers, those that nobody may call: the list keeps them. */
  keptNumbers: z.int().min(0),
});
export type ErasedCustomer = z.infer<typeof erasedCustomerSchema>;

const rowSchema = z.record(z.string(), z.unknown());
const rowsSchema = z.array(rowSchema);

/** Everything that is held about a customer, by the names of our tables. */
export const personalDataSchema = z.object({
  at: z.iso.datetime(),
  customer: rowSchema,
  numbers: rowsSchema,
  tags: rowsSchema,
  calls: rowsSchema,
  transcript: rowsSchema,
  /** What there is; the sound itself is downloaded with its call. */
  recordings: rowsSchema,
  reminders: rowsSchema,
  campaigns: rowsSchema,
  imports: rowsSchema,
  doNotCall: rowsSchema,
  audit: rowsSchema,
});
export type PersonalData = z.infer<typeof personalDataSchema>;
