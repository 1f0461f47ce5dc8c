import { Hono } from 'hono';
import { timelineQuerySchema, timelineSchema } from '../contract/customer-timeline.ts';
import {
  addCustomerSchema,
  changeCustomerSchema,
  changeCustomersSchema,
  customerPageSchema,
  customerParamSchema,
  customerQuerySchema,
  customerSchema,
  customersChangedSchema,
  customerTagsSchema,
} from '../contract/customers.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { CustomerEditing } from './customer-editing.ts';
import type { CustomerPartsStore } from './customer-parts-store.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerTimeline } from './customer-timeline.ts';

export interface CustomerRoutesOptions {
  readonly customers: Pick<CustomerService, 'page' | 'get'>;
  readonly editing: CustomerEditing;
  readonly timeline: CustomerTimeline;
  readonly parts: Pick<CustomerPartsStore, 'tags'>;
}

const signedIn = { access: 'signed-in', tag: 'customers' } as const;

/** `/customers` */
export function customerRoutes({ customers, editing, timeline, parts }: CustomerRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        ...signedIn,
        summary: 'The customers you may see: searched, filtered, ordered',
        detail:
          'Searches words of company, reading and person, and numbers in any notation. Pages by key: `after` is the `next` of the page before.',
        answer: { status: 200, schema: customerPageSchema },
      }),
      validated('query', customerQuerySchema),
      (c) => c.json(customers.page(c.var.caller, c.req.valid('query'))),
    )
    .post(
      '/',
      endpoint({
        ...signedIn,
        summary: 'Add a customer',
        answer: { status: 201, schema: customerSchema },
        refusals: ['not-allowed'],
      }),
      validated('json', addCustomerSchema),
      (c) => c.json(editing.add(c.var.caller, c.req.valid('json')), 201),
    )
    .post(
      '/changes',
      endpoint({
        ...signedIn,
        summary: 'Change owner, status or tags of many, all or none',
        answer: { status: 200, schema: customersChangedSchema },
        refusals: ['not-found', 'not-allowed'],
      }),
      validated('json', changeCustomersSchema),
      (c) => c.json(editing.changeMany(c.var.caller, c.req.valid('json'))),
    )
    .get(
      '/tags',
      endpoint({
        ...signedIn,
        summary: 'The tags in use, the most frequent first',
        answer: { status: 200, schema: customerTagsSchema },
      }),
      (c) => c.json({ tags: [...parts.tags()] }),
    )
    .get(
      '/:customerId',
      endpoint({
        ...signedIn,
        summary: 'One customer',
        answer: { status: 200, schema: customerSchema },
        refusals: ['not-found'],
      }),
      validated('param', customerParamSchema),
      (c) => c.json(customers.get(c.var.caller, c.req.valid('param').customerId)),
    )
    .put(
      '/:customerId',
      endpoint({
        ...signedIn,
        summary: 'Change a customer',
        detail: 'What is left out stays. `basedOn` is the version that was edited.',
        answer: { status: 200, schema: customerSchema },
        refusals: ['not-found', 'not-allowed', 'changed-elsewhere'],
      }),
      validated('param', customerParamSchema),
      validated('json', changeCustomerSchema),
      (c) => c.json(editing.change(c.var.caller, c.req.valid('param').customerId, c.req.valid('json'))),
    )
    .get(
      '/:customerId/timeline',
      endpoint({
        ...signedIn,
        summary: 'What happened with a customer, newest first: calls, changes, imports, reminders, blocks',
        answer: { status: 200, schema: timelineSchema },
        refusals: ['not-found'],
      }),
      validated('query', timelineQuerySchema),
      validated('param', customerParamSchema),
      (c) => c.json(timeline.page(c.var.caller, c.req.valid('param').customerId, c.req.valid('query'))),
    );
}
