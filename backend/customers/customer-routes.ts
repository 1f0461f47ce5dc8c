import { Hono } from 'hono';
import {
  customerPageSchema,
  customerParamSchema,
  customerQuerySchema,
  customerSchema,
} from '../contract/customers.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { CustomerService } from './customer-service.ts';

/** `/customers` */
export function customerRoutes(customers: CustomerService) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'The customers you may see, searched by company, reading, person or number',
        answer: { status: 200, schema: customerPageSchema },
      }),
      validated('query', customerQuerySchema),
      (c) => c.json(customers.page(c.var.caller, c.req.valid('query'))),
    )
    .get(
      '/:customerId',
      endpoint({
        access: 'signed-in',
        tag: 'customers',
        summary: 'One customer',
        answer: { status: 200, schema: customerSchema },
        refusals: ['not-found'],
      }),
      validated('param', customerParamSchema),
      (c) => c.json(customers.get(c.var.caller, c.req.valid('param').customerId)),
    );
}
