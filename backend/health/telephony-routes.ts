import { Hono } from 'hono';
import {
  callerNumbersSchema,
  type TelephonyOverview,
  telephonyOverviewSchema,
} from '../contract/telephony.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Telephony } from '../telephony/telephony.ts';

export interface TelephonyRoutesOptions {
  readonly overview: () => TelephonyOverview;
  readonly callerNumbers: Telephony['callerNumbers'];
}

/** `/telephony` */
export function telephonyRoutes({ overview, callerNumbers }: TelephonyRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        access: 'admin',
        tag: 'telephony',
        summary: 'Which line calls are made on, and how it is doing',
        detail:
          'When the carrier was last heard of, how many webhooks had a wrong signature, what it has still to be told, and what it refused last.',
        answer: { status: 200, schema: telephonyOverviewSchema },
      }),
      (c) => c.json(overview()),
    )
    .get(
      '/numbers',
      endpoint({
        access: 'admin',
        tag: 'telephony',
        summary: 'The numbers that customers may be shown when they are called',
        detail: "The account's own that can carry voice, and others' that were verified as callers.",
        answer: { status: 200, schema: callerNumbersSchema },
        refusals: ['carrier-unavailable'],
      }),
      async (c) => {
        const numbers = await callerNumbers();
        if (numbers === null) throw new Refusal('carrier-unavailable', 'The carrier does not answer.');
        return c.json({ numbers: [...numbers] });
      },
    );
}
