import { z } from 'zod';
import { customerFilterSchema } from './customers.ts';

/** In which language the columns and what stands in them are named. */
export const exportLanguageSchema = z.enum(['ja', 'en']);
export type ExportLanguage = z.infer<typeof exportLanguageSchema>;

/** The customers of a list, all of them, as a file for a spreadsheet. */
export const exportQuerySchema = customerFilterSchema.extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: exportLanguageSchema.default('ja'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;
