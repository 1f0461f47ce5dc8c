import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import type { ImportAnalysis, ImportFailure } from '../../contract/customer-imports.ts';
import { textOf } from './text-encoding.ts';

/** The file cannot be read to its end. */
export class UnreadableTable extends Error {
  readonly failure: ImportFailure;

  constructor(code: ImportFailure['code'], line: number | null = null) {
    super(code);
    this.name = 'UnreadableTable';
    this.failure = { code, line };
  }
}

export interface TableRow {
  /** As a spreadsheet counts them. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Longer rows are no customers; what a quote that is never closed would swallow ends here. Bytes. */
const longestRow = 256 * 1_024;

/** Stray quotes within a cell belong to it. */
const shape = { info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

/** Every row of a file of delimited text. Throws `UnreadableTable`, possibly after many rows. */
export async function* tableRows(
  path: string,
  { encoding, delimiter }: Pick<ImportAnalysis, 'encoding' | 'delimiter'>,
): AsyncGenerator<TableRow> {
  const parser = parse({ ...shape, delimiter, max_record_size: longestRow });
  const text = Readable.from(textOf(path, encoding));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let line = 0;
  try {
    for await (const parsed of parser) {
      const { record, info } = recordSchema.parse(parsed);
      line = info.lines;
      yield { row: info.records + info.empty_lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableTable(codeOf(error), line + 1) : error;
  }
}

const recordSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int(), records: z.int(), empty_lines: z.int() }),
});

function codeOf({ code }: CsvError): ImportFailure['code'] {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'quote-never-closed';
    case 'CSV_MAX_RECORD_SIZE':
      return 'row-too-long';
    default:
      return 'internal';
  }
}
