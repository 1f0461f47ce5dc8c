import { z } from 'zod';
import { agentIdSchema, campaignIdSchema, customerIdSchema } from '../../../backend/contract/ids.ts';
import { callResultSchema, callStatusSchema } from '../../../backend/contract/vocabulary.ts';
import { addressQuery } from '../../platform/address-query.ts';
import { type ChosenPeriod, daysOfPeriod, periodFrom, writtenPeriod } from '../../platform/chosen-period.ts';
import type { WantedHistory } from '../../platform/history-api.ts';
import { addDays, startOfDay } from '../../platform/zoned-days.ts';

/** How long customers were talked with: what one looks for, rather than seconds. */
export const lengths = ['under-1', '1-to-3', '3-to-10', 'over-10'] as const;

const periodSchema = z.string().refine((written) => periodFrom(written) !== null);

/** What nobody could have typed or chosen is left out. */
const placeSchema = z.object({
  search: z.string().min(1).max(100).optional().catch(undefined),
  phrase: z.string().min(1).max(100).optional().catch(undefined),
  period: periodSchema.optional().catch(undefined),
  agent: agentIdSchema.optional().catch(undefined),
  customer: customerIdSchema.optional().catch(undefined),
  campaign: campaignIdSchema.optional().catch(undefined),
  result: callResultSchema.optional().catch(undefined),
  status: callStatusSchema.optional().catch(undefined),
  length: z.enum(lengths).optional().catch(undefined),
  handedOver: z.enum(['yes', 'no']).optional().catch(undefined),
});

/** What the history is narrowed down to, as the address has it: what is typed, and what is chosen. */
export type HistoryPlace = z.infer<typeof placeSchema>;

/** Of the query of an address. */
export function historyPlaceFrom(query: string): HistoryPlace {
  return placeSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}

/** `/history`, or with a call's id; with the query, if anything is chosen. */
export function addressOf(place: HistoryPlace, callId: string | null = null): string {
  return `/history${callId === null ? '' : `/${callId}`}${addressQuery(place)}`;
}

export function periodOfPlace({ period }: HistoryPlace): ChosenPeriod | null {
  return periodFrom(period);
}

export function withPeriod(place: HistoryPlace, period: ChosenPeriod | null): HistoryPlace {
  return { ...place, period: period === null ? undefined : writtenPeriod(period) };
}

/** Shorter ones would be found everywhere. */
export const shortestPhrase = 2;

/** Whether anything is chosen, besides what is typed. */
export function isNarrowed({ search: _, phrase: __, ...chosen }: HistoryPlace): boolean {
  return Object.values(chosen).some((value) => value !== undefined);
}

/** What the server is asked for; days are those of the zone. */
export function wantedBy(place: HistoryPlace, timeZone: string, now: number): WantedHistory {
  const { search, phrase, length, agent, customer, campaign, result, status, handedOver } = place;
  const period = periodOfPlace(place);
  const days = period === null ? null : daysOfPeriod(period, timeZone, now);
  const words = phrase?.trim() ?? '';
  return {
    search: search?.trim() ?? '',
    phrase: words.length < shortestPhrase ? undefined : words,
    agentId: agent,
    customerId: customer,
    campaignId: campaign,
    result,
    status,
    handedOver,
    ...(length !== undefined && secondsOf[length]),
    ...(days !== null && {
      from: startOfDay(days.first, timeZone),
      to: startOfDay(addDays(days.last, 1), timeZone),
    }),
  };
}

const secondsOf: Readonly<
  Record<(typeof lengths)[number], Pick<WantedHistory, 'longerThan' | 'shorterThan'>>
> = {
  'under-1': { longerThan: 0, shorterThan: 60 },
  '1-to-3': { longerThan: 59, shorterThan: 180 },
  '3-to-10': { longerThan: 179, shorterThan: 600 },
  'over-10': { longerThan: 599 },
};
