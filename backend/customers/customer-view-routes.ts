import { Hono } from 'hono';
import {
  customerViewSchema,
  customerViewsSchema,
  saveViewSchema,
  viewParamSchema,
} from '../contract/customer-views.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { CustomerViewService } from './customer-view-service.ts';

const signedIn = { access: 'signed-in', tag: 'customers' } as const;

/** `/customers/views`: to be mounted before what takes the last word for a customer's id. */
export function customerViewRoutes(views: CustomerViewService) {
  return new Hono<SignedInEnv>()
    .get(
      '/views',
      endpoint({
        ...signedIn,
        summary: 'The lists that you keep under a name',
        answer: { status: 200, schema: customerViewsSchema },
      }),
      (c) => c.json({ views: views.all(c.var.caller) }),
    )
    .post(
      '/views',
      endpoint({
        ...signedIn,
        summary: 'Keep a list under a name',
        answer: { status: 201, schema: customerViewSchema },
      }),
      validated('json', saveViewSchema),
      (c) => c.json(views.add(c.var.caller, c.req.valid('json')), 201),
    )
    .put(
      '/views/:viewId',
      endpoint({
        ...signedIn,
        summary: 'Change what a name stands for',
        answer: { status: 200, schema: customerViewSchema },
        refusals: ['not-found'],
      }),
      validated('param', viewParamSchema),
      validated('json', saveViewSchema),
      (c) => c.json(views.replace(c.var.caller, c.req.valid('param').viewId, c.req.valid('json'))),
    )
    .delete(
      '/views/:viewId',
      endpoint({
        ...signedIn,
        summary: 'Forget a list',
        answer: { status: 204, schema: null },
        refusals: ['not-found'],
      }),
      validated('param', viewParamSchema),
      (c) => {
        views.remove(c.var.caller, c.req.valid('param').viewId);
        return c.body(null, 204);
      },
    );
}
