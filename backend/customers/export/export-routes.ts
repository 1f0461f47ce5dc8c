import { Hono } from 'hono';
import { z } from 'zod';
import { exportQuerySchema } from '../../contract/customer-exports.ts';
import { endpoint, type SignedInEnv } from '../../http/endpoint.ts';
import { validated } from '../../http/validated.ts';
import { attachment, streamed } from '../download.ts';
import type { CustomerExport } from './customer-export.ts';
import { fileTypes } from './file-types.ts';

/** `/customers/export`: to be mounted before what takes the last word for a customer's id. */
export function exportRoutes(exported: CustomerExport) {
  return new Hono<SignedInEnv>().get(
    '/export',
    endpoint({
      access: 'signed-in',
      tag: 'customers',
      summary: 'The customers of a list as a file for a spreadsheet',
      detail: 'All that the list has, in its order. An import reads it again.',
      answer: { status: 200, schema: z.string(), media: ['text/csv', fileTypes.xlsx] },
      refusals: ['overloaded'],
    }),
    validated('query', exportQuerySchema),
    (c) => {
      const query = c.req.valid('query');
      const pieces = exported(c.var.caller, query);
      return c.body(streamed(pieces), 200, attachment(`customers.${query.format}`, fileTypes[query.format]));
    },
  );
}
