import { Hono } from 'hono';
import {
  blockedNumberSchema,
  blockedPageSchema,
  blockedQuerySchema,
  blockNumberSchema,
  blockNumbersSchema,
  liftNumberSchema,
  numbersBlockedSchema,
} from '../contract/do-not-call.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { DoNotCallService } from './do-not-call-service.ts';

/** `/do-not-call` */
export function doNotCallRoutes(list: DoNotCallService) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'The numbers that nobody calls, with reason and source, newest first',
        answer: { status: 200, schema: blockedPageSchema },
      }),
      validated('query', blockedQuerySchema),
      (c) => c.json(list.page(c.var.caller, c.req.valid('query'))),
    )
    .post(
      '/',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'Put a number on the list',
        answer: { status: 201, schema: blockedNumberSchema },
        refusals: ['changed-elsewhere'],
      }),
      validated('json', blockNumberSchema),
      (c) => c.json(list.add(c.var.caller, c.req.valid('json')), 201),
    )
    .post(
      '/import',
      endpoint({
        access: 'admin',
        tag: 'customers',
        summary: 'Put many numbers on the list, one in each line',
        answer: { status: 200, schema: numbersBlockedSchema },
      }),
      validated('json', blockNumbersSchema),
      (c) => c.json(list.addAll(c.var.caller, c.req.valid('json'))),
    )
    .post(
      '/lift',
      endpoint({
        access: 'admin',
        tag: 'customers',
        summary: 'Take a number off the list, for a reason that is kept',
        answer: { status: 204, schema: null },
        refusals: ['not-found'],
      }),
      validated('json', liftNumberSchema),
      (c) => {
        list.lift(c.var.caller, c.req.valid('json'));
        return c.body(null, 204);
      },
    );
}
