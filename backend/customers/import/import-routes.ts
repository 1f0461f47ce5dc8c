import { Hono } from 'hono';
import { z } from 'zod';
import {
  customerImportSchema,
  customerImportsSchema,
  importParamSchema,
  importRowsQuerySchema,
  importRowsSchema,
  importSettingsSchema,
  uploadQuerySchema,
} from '../../contract/customer-imports.ts';
import { endpoint, type SignedInEnv } from '../../http/endpoint.ts';
import { validated } from '../../http/validated.ts';
import { InvalidInput } from '../../kernel/invalid-input.ts';
import { attachment, streamed } from '../download.ts';
import { largestFile } from './import-files.ts';
import type { ImportService } from './import-service.ts';

/** Where a body is a file, not JSON. */
export const importUploadPath = '/api/customers/imports';

const signedIn = { access: 'signed-in', tag: 'customers' } as const;
const one = { status: 200, schema: customerImportSchema } as const;
const refusals = ['not-found', 'changed-elsewhere'] as const;

/** `/customers/imports`: to be mounted before what takes the last word for a customer's id. */
export function importRoutes(imports: ImportService) {
  return new Hono<SignedInEnv>()
    .get(
      '/imports',
      endpoint({
        ...signedIn,
        summary: 'Your newest imports; of admins, everybody’s',
        answer: { status: 200, schema: customerImportsSchema },
      }),
      (c) => c.json({ imports: [...imports.recent(c.var.caller)] }),
    )
    .post(
      '/imports',
      endpoint({
        ...signedIn,
        summary: 'Upload a file of customers',
        detail: `The body is the file: delimited text in UTF-8, UTF-16 or Shift_JIS, of ${largestFile} bytes at most, whatever it is declared as. The answer says what it seems to be; nothing is imported yet.`,
        body: ['text/csv', 'text/tab-separated-values', 'application/octet-stream'],
        answer: { status: 201, schema: customerImportSchema },
        refusals: ['too-large'],
      }),
      validated('query', uploadQuerySchema),
      async (c) => {
        const { body } = c.req.raw;
        if (body === null) throw new InvalidInput([{ path: 'body', problem: 'is missing' }]);
        return c.json(await imports.upload(c.var.caller, c.req.valid('query').fileName, body), 201);
      },
    )
    .get(
      '/imports/:importId',
      endpoint({ ...signedIn, summary: 'How an import is doing', answer: one, refusals: ['not-found'] }),
      validated('param', importParamSchema),
      (c) => c.json(imports.get(c.var.caller, c.req.valid('param').importId)),
    )
    .get(
      '/imports/:importId/rows',
      endpoint({
        ...signedIn,
        summary: 'What became of the rows, or would; with the problems by column',
        answer: { status: 200, schema: importRowsSchema },
        refusals: ['not-found'],
      }),
      validated('query', importRowsQuerySchema),
      validated('param', importParamSchema),
      (c) => c.json(imports.rows(c.var.caller, c.req.valid('param').importId, c.req.valid('query'))),
    )
    .get(
      '/imports/:importId/report',
      endpoint({
        ...signedIn,
        summary: 'The same of all rows, as a file for a spreadsheet',
        answer: { status: 200, schema: z.string(), media: ['text/csv'] },
        refusals: ['not-found'],
      }),
      validated('param', importParamSchema),
      (c) => {
        const { fileName, lines } = imports.report(c.var.caller, c.req.valid('param').importId);
        const name = `${fileName.replace(/\.[^.]*$/, '')}-report.csv`;
        return c.body(streamed(lines), 200, attachment(name, 'text/csv; charset=utf-8'));
      },
    )
    .post(
      '/imports/:importId/check',
      endpoint({
        ...signedIn,
        summary: 'Find out what it would do',
        detail:
          'Changes no customer. Ask how it is doing until it is `checked`; settings may be changed and checked again.',
        answer: one,
        refusals,
      }),
      validated('param', importParamSchema),
      validated('json', importSettingsSchema),
      (c) => c.json(imports.check(c.var.caller, c.req.valid('param').importId, c.req.valid('json'))),
    )
    .post(
      '/imports/:importId/start',
      endpoint({ ...signedIn, summary: 'Take the rows that were checked, or go on', answer: one, refusals }),
      validated('param', importParamSchema),
      (c) => c.json(imports.start(c.var.caller, c.req.valid('param').importId)),
    )
    .post(
      '/imports/:importId/cancel',
      endpoint({
        ...signedIn,
        summary: 'Stop what is going on',
        detail: 'What was taken stays, until it is undone.',
        answer: one,
        refusals,
      }),
      validated('param', importParamSchema),
      (c) => c.json(imports.cancel(c.var.caller, c.req.valid('param').importId)),
    )
    .post(
      '/imports/:importId/undo',
      endpoint({
        ...signedIn,
        summary: 'Take back what an import has done',
        detail:
          'Customers whom somebody has changed, called or is to call since stay as they are, and are counted as `kept`.',
        answer: one,
        refusals,
      }),
      validated('param', importParamSchema),
      (c) => c.json(imports.undo(c.var.caller, c.req.valid('param').importId)),
    );
}
