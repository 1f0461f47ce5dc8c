import type { ImportAnalysis } from '../../contract/customer-imports.ts';
import { guessColumns } from './column-guess.ts';
import { tableRows, UnreadableTable } from './table-reader.ts';
import { encodingOf, textOf } from './text-encoding.ts';

const sampledRows = 20;
const mostColumns = 200;
const delimiters = [',', '\t', ';'] as const satisfies readonly ImportAnalysis['delimiter'][];

/** What a file is, as far as its beginning tells. Throws `UnreadableTable`. */
export async function analyseTable(path: string): Promise<ImportAnalysis> {
  const encoding = await encodingOf(path);
  if (encoding === null) throw new UnreadableTable('not-text');
  const delimiter = await delimiterOf(path, encoding);
  const sample = await sampleOf(path, { encoding, delimiter });
  const [firstRow = []] = sample;
  if (firstRow.length > mostColumns) throw new UnreadableTable('too-many-columns', 1);
  const guess = guessColumns(firstRow);
  const hasHeader = guess.some((field) => field !== null);
  const repeatedNames = hasHeader ? repeated(firstRow) : [];
  return { encoding, delimiter, firstRow, sample, guess, hasHeader, repeatedNames };
}

/** The most frequent one outside of quotes in the first line; a comma, where there is none. */
async function delimiterOf(
  path: string,
  encoding: ImportAnalysis['encoding'],
): Promise<ImportAnalysis['delimiter']> {
  let head = '';
  for await (const text of textOf(path, encoding)) {
    head += text;
    if (head.length > 10_000) break;
  }
  const [firstLine = ''] = head.trimStart().split(/\r\n|\r|\n/, 1);
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const [most] = delimiters
    .map((delimiter) => ({ delimiter, times: bare.split(delimiter).length }))
    .toSorted((one, other) => other.times - one.times);
  return most?.delimiter ?? ',';
}

async function sampleOf(
  path: string,
  shape: Pick<ImportAnalysis, 'encoding' | 'delimiter'>,
): Promise<string[][]> {
  const sample: string[][] = [];
  for await (const { cells } of tableRows(path, shape)) {
    sample.push(cells.map((cell) => cell.slice(0, 200)));
    if (sample.length === sampledRows) return sample;
  }
  if (sample.length === 0) throw new UnreadableTable('empty');
  return sample;
}

function repeated(names: readonly string[]): string[] {
  const given = names.filter((name) => name.trim() !== '');
  return [...new Set(given.filter((name, at) => given.indexOf(name) !== at))];
}
