import { Hono, type MiddlewareHandler } from 'hono';
import { softphoneTokenSchema } from '../contract/session.ts';
import { beginTestCallSchema, testCallSchema } from '../contract/test-calls.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { Telephony } from './telephony.ts';
import type { TestCalls } from './test-call-service.ts';

export interface SoftphoneRoutesOptions {
  readonly telephony: Pick<Telephony, 'softphoneToken'>;
  readonly testCalls: Pick<TestCalls, 'begin' | 'lastOf' | 'cancel'>;
  /** Of test calls, each of which costs a call. */
  readonly limit: MiddlewareHandler;
}

/** `/softphone` */
export function softphoneRoutes({ telephony, testCalls, limit }: SoftphoneRoutesOptions) {
  return new Hono<SignedInEnv>()
    .post(
      '/token',
      endpoint({
        access: 'signed-in',
        tag: 'softphone',
        summary: 'Lets your softphone register with the carrier',
        answer: { status: 200, schema: softphoneTokenSchema },
      }),
      (c) => c.json(telephony.softphoneToken(c.var.caller.id)),
    )
    .post(
      '/test-call',
      endpoint({
        access: 'signed-in',
        tag: 'softphone',
        summary: 'Rings your softphone, and lets you hear yourself',
        answer: { status: 202, schema: testCallSchema },
        refusals: ['agent-on-a-call', 'agent-not-reachable', 'carrier-unavailable', 'too-many-requests'],
      }),
      limit,
      validated('json', beginTestCallSchema),
      async (c) => c.json(await testCalls.begin(c.var.caller.id, c.req.valid('json')), 202),
    )
    .get(
      '/test-call',
      endpoint({
        access: 'signed-in',
        tag: 'softphone',
        summary: 'How far your last test call is',
        answer: { status: 200, schema: testCallSchema },
        refusals: ['not-found'],
      }),
      (c) => c.json(testCalls.lastOf(c.var.caller.id)),
    )
    .post(
      '/test-call/end',
      endpoint({
        access: 'signed-in',
        tag: 'softphone',
        summary: 'Ends your test call',
        answer: { status: 204, schema: null },
      }),
      async (c) => {
        await testCalls.cancel(c.var.caller.id);
        return c.body(null, 204);
      },
    );
}
