import { z } from 'zod';
import { instantSchema } from './vocabulary.ts';

/**
 * How much may be spent on calls a day, in the currency of the carrier's bill. What a call costs is an estimate: each of its legs costs
 * `pricePerMinute` for each minute that was begun, whomever it reached. The carrier's bill tells what it was.
 */
export const spendingSettingsSchema = z
  .object({
    /** Null: as much as it takes. */
    dailyCap: z.number().min(1).max(100_000_000).nullable(),
    pricePerMinute: z.number().min(0).max(10_000),
  })
  .refine(({ dailyCap, pricePerMinute }) => dailyCap === null || pricePerMinute > 0, {
    path: ['pricePerMinute'],
    error: 'price-missing',
  });
export type SpendingSettings = z.infer<typeof spendingSettingsSchema>;

/** `version` counts the changes, as it does of other settings of the team; 0 until an admin sets it. */
export const versionedSpendingSchema = z.object({
  version: z.int().min(0),
  settings: spendingSettingsSchema,
});
export type VersionedSpending = z.infer<typeof versionedSpendingSchema>;

/** `near`: four fifths of the cap are spent · `reached`: nobody is dialled any more until the day is over, or the cap is raised. */
const spendingStandingSchema = z.enum(['uncapped', 'within', 'near', 'reached']);
export type SpendingStanding = z.infer<typeof spendingStandingSchema>;

export const spendingSchema = versionedSpendingSchema.extend({
  today: z.object({
    /** The day began, where the team is. */
    since: instantSchema,
    /** IANA name. */
    timeZone: z.string(),
    /** Begun minutes of all legs that began today, also of those that are on. */
    minutes: z.int().nonnegative(),
    /** An estimate. */
    spent: z.number().nonnegative(),
    standing: spendingStandingSchema,
  }),
});
export type Spending = z.infer<typeof spendingSchema>;
