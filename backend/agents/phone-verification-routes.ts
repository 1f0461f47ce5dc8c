import { Hono, type MiddlewareHandler } from 'hono';
import {
  agentProfileSchema,
  beginVerificationSchema,
  enterCodeSchema,
  verificationSchema,
} from '../contract/agents.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { PhoneVerification } from './phone-verification.ts';

interface PhoneVerificationRoutesOptions {
  readonly verification: PhoneVerification;
  /** Of calls, each of which costs something, and of guesses. */
  readonly limit: MiddlewareHandler;
}

/** `/agents/phone/verification` */
export function phoneVerificationRoutes({ verification, limit }: PhoneVerificationRoutesOptions) {
  return new Hono<SignedInEnv>()
    .post(
      '/phone/verification',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Calls your telephone and says a code there',
        answer: { status: 202, schema: verificationSchema },
        refusals: ['not-found', 'carrier-unavailable', 'too-many-requests'],
      }),
      limit,
      validated('json', beginVerificationSchema),
      async (c) => c.json(await verification.begin(c.var.caller.id, c.req.valid('json').language), 202),
    )
    .put(
      '/phone/verification',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Enter the code that was said: from then on your telephone can be rung for handoffs',
        answer: { status: 200, schema: agentProfileSchema },
        refusals: ['code-wrong', 'code-over', 'too-many-requests'],
      }),
      limit,
      validated('json', enterCodeSchema),
      (c) => c.json(verification.enter(c.var.caller.id, c.req.valid('json').code)),
    );
}
