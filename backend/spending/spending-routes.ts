import { Hono } from 'hono';
import { spendingSchema, versionedSpendingSchema } from '../contract/spending.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { SpendingService } from './spending-service.ts';

const admins = { access: 'admin', tag: 'telephony' } as const;

/** `/spending` */
export function spendingRoutes(spending: Pick<SpendingService, 'today' | 'set'>) {
  const answer = { status: 200, schema: spendingSchema } as const;
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        ...admins,
        summary: 'How much may be spent on calls a day, and how much was today',
        detail:
          'What was spent is an estimate: the begun minutes of all legs, at the price that the team set.',
        answer,
      }),
      (c) => c.json(spending.today()),
    )
    .put(
      '/',
      endpoint({
        ...admins,
        summary: 'Set how much may be spent on calls a day, and what a minute of a leg costs',
        detail:
          'Once as much was spent, nobody is dialled until the day is over where the team is, or the cap is raised. Calls in progress go on.',
        answer,
        refusals: ['changed-elsewhere'],
      }),
      validated('json', versionedSpendingSchema),
      (c) => c.json(spending.set(c.var.caller.id, c.req.valid('json'))),
    );
}
