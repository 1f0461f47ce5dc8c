import { Hono } from 'hono';
import { z } from 'zod';
import { reportExportQuerySchema, reportQuerySchema, reportSchema } from '../contract/reports.ts';
import { attachment } from '../customers/download.ts';
import { fileTypes } from '../customers/export/file-types.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import { reportFile } from './report-file.ts';
import type { ReportService } from './report-service.ts';

/** `/reports` */
export function reportRoutes(reports: ReportService) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        access: 'signed-in',
        tag: 'reports',
        summary: 'What came of the calls of a period, and of the period before it',
        detail:
          'Of everybody’s calls for admins, else of your own. Days and hours are those of the team’s zone.',
        answer: { status: 200, schema: reportSchema },
        refusals: ['overloaded'],
      }),
      validated('query', reportQuerySchema),
      (c) => c.json(reports.of(c.var.caller, c.req.valid('query'))),
    )
    .get(
      '/export',
      endpoint({
        access: 'signed-in',
        tag: 'reports',
        summary: 'A table of the report as a file for a spreadsheet',
        answer: { status: 200, schema: z.string(), media: ['text/csv'] },
        refusals: ['overloaded'],
      }),
      validated('query', reportExportQuerySchema),
      (c) => {
        const { table, language, ...query } = c.req.valid('query');
        const report = reports.of(c.var.caller, query);
        const name = `report-${table}-${query.from}-${query.to}.csv`;
        return c.body(reportFile(report, table, language), 200, attachment(name, fileTypes.csv));
      },
    );
}
