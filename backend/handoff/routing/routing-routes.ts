import { Hono } from 'hono';
import { handoffParamSchema, handoffRoutingSchema, queueSchema } from '../../contract/routing.ts';
import { endpoint, type SignedInEnv } from '../../http/endpoint.ts';
import { validated } from '../../http/validated.ts';
import type { RoutingView } from './routing-view.ts';

/** `/handoffs/:handoffId/routing` and `/queue` */
export function routingRoutes(routing: RoutingView) {
  return new Hono<SignedInEnv>()
    .get(
      '/handoffs/:handoffId/routing',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Why each agent was or was not asked to take the call',
        answer: { status: 200, schema: handoffRoutingSchema },
        refusals: ['not-found'],
      }),
      validated('param', handoffParamSchema),
      (c) => c.json(routing.ofHandoff(c.var.caller, c.req.valid('param').handoffId)),
    )
    .get(
      '/queue',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'The customers who wait for a human, the longest first',
        answer: { status: 200, schema: queueSchema },
      }),
      (c) => c.json(routing.queue(c.var.caller)),
    );
}
