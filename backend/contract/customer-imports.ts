import { z } from 'zod';
import { agentIdSchema, customerIdSchema, importIdSchema } from './ids.ts';
import { instantSchema } from './vocabulary.ts';

/** What a column of a file may hold. Several columns may be `otherNumbers` or `tags`; of the others there is one each. */
export const importFieldSchema = z.enum([
  'company',
  'companyKana',
  'person',
  'department',
  'phoneNumber',
  'otherNumbers',
  'email',
  'webForm',
  'address',
  'industry',
  'tags',
  'owner',
  'status',
  'note',
  'timeZone',
  'bestTime',
]);
export type ImportField = z.infer<typeof importFieldSchema>;

export const importEncodingSchema = z.enum(['utf-8', 'shift_jis', 'utf-16le', 'utf-16be']);
export type ImportEncoding = z.infer<typeof importEncodingSchema>;
export const importDelimiterSchema = z.enum([',', '\t', ';']);

/** What a file is, as far as it can be told without being told. */
export const importAnalysisSchema = z.object({
  encoding: importEncodingSchema,
  delimiter: importDelimiterSchema,
  /** The cells of the first row, whether or not they are names of columns. */
  firstRow: z.array(z.string()),
  /** Some rows to look at, the first one included. */
  sample: z.array(z.array(z.string())),
  /** For each column, what it seems to hold. */
  guess: z.array(importFieldSchema.nullable()),
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
  /** Names that stand over several columns. */
  repeatedNames: z.array(z.string()),
});
export type ImportAnalysis = z.infer<typeof importAnalysisSchema>;

/** How a file is to be read, and what becomes of customers who are there already. */
export const importSettingsSchema = z.object({
  hasHeader: z.boolean(),
  /** For each column of the file what it holds; null: nothing of interest. */
  columns: z.array(importFieldSchema.nullable()).max(200),
  /** Who counts as there already, in the file or among the customers: somebody with one of the numbers, or with that and the name. */
  matchedBy: z.enum(['number', 'name-and-number']).default('number'),
  duplicates: z.enum(['skip', 'update', 'keep-both']),
  /** Who owns those whose row names nobody. Agents: themselves. */
  ownerId: agentIdSchema.nullable(),
});
export type ImportSettings = z.infer<typeof importSettingsSchema>;

/**
 * `reading` and `uploaded`: what the file is, is found out, and known · `checking`, `checked`: what it would do · `running` · `stopped`: by
 * somebody or by a restart; it can be continued · `done` · `undoing`, `undone` · `unreadable`: no such file, see `failure`.
 */
export const importStateSchema = z.enum([
  'reading',
  'uploaded',
  'checking',
  'checked',
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
  'unreadable',
]);
export type ImportState = z.infer<typeof importStateSchema>;

/** `created` and `updated`: what has been, or would be, done. `undone` and `kept`: what an undo took back, and what it left alone. */
export const importCountsSchema = z.object({
  /** Rows of the file that have been looked at in this state. */
  rows: z.int(),
  /** All rows of the file; null as long as nobody has counted them. */
  total: z.int().nullable(),
  created: z.int(),
  updated: z.int(),
  /** Duplicates, left as they are. */
  skipped: z.int(),
  /** Rows with problems that keep them out. */
  refused: z.int(),
  /** Rows that are taken although something about them is odd. */
  warned: z.int(),
  undone: z.int(),
  kept: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importProblemCodeSchema = z.enum([
  /** Keep a row out. */
  'missing',
  'not-a-number',
  'not-an-email',
  'not-an-address',
  'not-a-status',
  'not-a-time',
  'not-a-zone',
  'not-an-agent',
  'too-long',
  'control-characters',
  'undecodable',
  'formula',
  'too-many-cells',
  'too-many',
  'belongs-to-colleague',
  /** Say why a row is skipped or updated, or what is odd about it. */
  'duplicate-in-file',
  'duplicate-of-customer',
  'number-is-blocked',
]);
export type ImportProblemCode = z.infer<typeof importProblemCodeSchema>;

export const importProblemSchema = z.object({
  code: importProblemCodeSchema,
  /** From 0; null when it is about the whole row. */
  column: z.int().nullable(),
  field: importFieldSchema.nullable(),
  /** What stands there, cut short; or for duplicates, of which row or company. */
  value: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Why nothing of a file can be taken. */
export const importFailureSchema = z.object({
  code: z.enum([
    'empty',
    'not-text',
    'quote-never-closed',
    'row-too-long',
    'too-many-rows',
    'too-many-columns',
    'file-gone',
    'internal',
  ]),
  /** The line at which it became impossible. */
  line: z.int().nullable(),
});
export type ImportFailure = z.infer<typeof importFailureSchema>;

export const customerImportSchema = z.object({
  id: importIdSchema,
  fileName: z.string(),
  bytes: z.int(),
  by: z.string().nullable(),
  state: importStateSchema,
  analysis: importAnalysisSchema.nullable(),
  settings: importSettingsSchema.nullable(),
  counts: importCountsSchema,
  failure: importFailureSchema.nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
});
export type CustomerImport = z.infer<typeof customerImportSchema>;

export const customerImportsSchema = z.object({ imports: z.array(customerImportSchema) });
export const importParamSchema = z.object({ importId: importIdSchema });
export const uploadQuerySchema = z.object({ fileName: z.string().trim().min(1).max(200) });

export const importOutcomeSchema = z.enum(['created', 'updated', 'skipped', 'refused', 'undone', 'kept']);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const importRowSchema = z.object({
  /** As a spreadsheet counts them: the first line of the file is 1. */
  row: z.int(),
  outcome: importOutcomeSchema,
  customerId: customerIdSchema.nullable(),
  company: z.string(),
  problems: z.array(importProblemSchema),
});

/** `after`: the last row of the page before. */
export const importRowsQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  outcome: importOutcomeSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** Of a check, the first thousand rows that somebody should look at; of an import, all. */
export const importRowsSchema = z.object({ rows: z.array(importRowSchema), next: z.int().nullable() });
export type ImportRows = z.infer<typeof importRowsSchema>;
