import { Hono } from 'hono';
import { type TelephonyOverview, telephonyOverviewSchema } from '../contract/telephony.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';

/** `/telephony` */
export function telephonyRoutes(overview: () => TelephonyOverview) {
  return new Hono<SignedInEnv>().get(
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
  );
}
