import { Hono } from 'hono';
import { blockSchema, customerParamSchema, customerSchema, liftBlockSchema } from '../contract/customers.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { BlockService } from './block-service.ts';

/** `/customers/:customerId/block` */
export function blockRoutes(blocks: BlockService) {
  return new Hono<SignedInEnv>()
    .get(
      '/:customerId/block',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'Why a customer must not be called, and who may change that',
        answer: { status: 200, schema: blockSchema },
        refusals: ['not-found'],
      }),
      validated('param', customerParamSchema),
      (c) => c.json(blocks.get(c.var.caller, c.req.valid('param').customerId)),
    )
    .post(
      '/:customerId/block/lift',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'Let a blocked number be called again, for a reason that is kept',
        answer: { status: 200, schema: customerSchema },
        refusals: ['not-found', 'not-allowed', 'changed-elsewhere'],
      }),
      validated('param', customerParamSchema),
      validated('json', liftBlockSchema),
      (c) => c.json(blocks.lift(c.var.caller, c.req.valid('param').customerId, c.req.valid('json').reason)),
    );
}
