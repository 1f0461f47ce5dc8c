import { Hono } from 'hono';
import { z } from 'zod';
import { callParamSchema, historyExportQuerySchema, resultChangesSchema } from '../../contract/calls.ts';
import { attachment, streamed } from '../../customers/download.ts';
import { fileTypes } from '../../customers/export/file-types.ts';
import { endpoint, type SignedInEnv } from '../../http/endpoint.ts';
import { validated } from '../../http/validated.ts';
import type { HistoryExport } from './history-export.ts';
import type { ResultChanges } from './result-changes.ts';

export interface HistoryRoutesOptions {
  readonly exported: HistoryExport;
  readonly resultChanges: ResultChanges;
}

/** `/calls`: what there is to a history besides its pages. */
export function historyRoutes({ exported, resultChanges }: HistoryRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/history/export',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'The calls of a history as a file for a spreadsheet',
        detail:
          'All that the filter leaves, the newest first. That it was taken is written down in the audit log.',
        answer: { status: 200, schema: z.string(), media: ['text/csv', fileTypes.xlsx] },
        refusals: ['overloaded'],
      }),
      validated('query', historyExportQuerySchema),
      (c) => {
        const query = c.req.valid('query');
        const pieces = exported(c.var.caller, query);
        return c.body(streamed(pieces), 200, attachment(`calls.${query.format}`, fileTypes[query.format]));
      },
    )
    .get(
      '/:callId/result-changes',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Who changed the result of a call, when, from what to what; newest first',
        answer: { status: 200, schema: resultChangesSchema },
        refusals: ['not-found'],
      }),
      validated('param', callParamSchema),
      (c) => c.json({ changes: [...resultChanges(c.var.caller, c.req.valid('param').callId)] }),
    );
}
