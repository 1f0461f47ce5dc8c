import { z } from 'zod';
import { agentIdSchema, campaignIdSchema } from '../../../backend/contract/ids.ts';
import type { ReportQuery } from '../../../backend/contract/reports.ts';
import { addressQuery } from '../../platform/address-query.ts';
import { type ChosenPeriod, daysOfPeriod, periodFrom, writtenPeriod } from '../../platform/chosen-period.ts';

/** Long enough for shares that do not jump from day to day. */
const usual: ChosenPeriod = 'last-30-days';

const placeSchema = z.object({
  period: z
    .string()
    .optional()
    .transform((written) => periodFrom(written) ?? usual),
  agent: agentIdSchema.optional().catch(undefined),
  campaign: campaignIdSchema.optional().catch(undefined),
});

/** Which calls a report is of, as the address has it. */
export type ReportPlace = z.infer<typeof placeSchema>;

/** Of the query of an address; what nobody could have chosen is left out. */
export function reportPlaceFrom(query: string): ReportPlace {
  return placeSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}

export function addressOf({ period, agent, campaign }: ReportPlace): string {
  const written = period === usual ? undefined : writtenPeriod(period);
  return `/reports${addressQuery({ period: written, agent, campaign })}`;
}

/** Null where the last day is before the first. */
export function queryOf(
  { period, agent, campaign }: ReportPlace,
  timeZone: string,
  now: number,
): ReportQuery | null {
  const days = daysOfPeriod(period, timeZone, now);
  if (days === null) return null;
  return { from: days.first, to: days.last, agentId: agent, campaignId: campaign };
}
