import { Buffer } from 'node:buffer';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSettings } from '../../../backend/contract/customer-imports.ts';
import { type ReadRow, readRow } from '../../../backend/customers/import/read-row.ts';
import { createRepeatedRows } from '../../../backend/customers/import/repeated-rows.ts';
import { analyseTable } from '../../../backend/customers/import/table-analysis.ts';
import { tableRows, UnreadableTable } from '../../../backend/customers/import/table-reader.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-broken-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of a file from its upload to the end of its check: rows with their problems, or why it is unreadable. */
async function reported(file: string | Uint8Array): Promise<string[]> {
  const path = join(folder, 'list.csv');
  writeFileSync(path, file);
  const report: string[] = [];
  try {
    const analysis = await analyseTable(path);
    const columns = analysis.guess;
    const settings: ImportSettings = {
      hasHeader: true,
      columns,
      matchedBy: 'number',
      duplicates: 'skip',
      ownerId: null,
    };
    const compare = createRepeatedRows('number');
    for (const name of analysis.repeatedNames) report.push(`repeated: ${name}`);
    for await (const { row, cells } of tableRows(path, analysis)) {
      if (row > 1) report.push(inWords(compare(readRow(row, cells, { settings, agents: new Map() }))));
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    report.push(`unreadable: ${error.failure.code}, line ${error.failure.line}`);
  }
  return report;
}

function inWords({ row, fields, problems }: ReadRow): string {
  const what = problems.map(({ code, column }) => `${code} ${column}`).join(', ');
  return `${row}: ${what === '' ? fields.company : what}`;
}

const header = '会社名,電話番号,メモ\n';
const good = '甲,03-1234-5678,\n';

describe('a broken file', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    ['nothing', '', ['unreadable: empty, line null']],
    ['blank lines', '\n\n\n', ['unreadable: empty, line null']],
    [
      'a spreadsheet under a wrong name',
      Buffer.from('PK\x03\x04 and so on', 'latin1'),
      ['unreadable: not-text, line null'],
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), ['unreadable: not-text, line null']],
    [
      'a quote that is never closed',
      `${header}${good}"乙,03-1111-2222,\n丙,03-1111-3333,\n`,
      ['unreadable: quote-never-closed, line 3'],
    ],
    ['a stray quote within a cell', `${header}甲,03-1234-5678,19" ラック\n`, ['2: 甲']],
    ['a quote that is closed too early', `${header}"甲"乙,03-1234-5678,\n${good}`, ['2: "甲"乙', '3: 甲']],
    [
      'a cell of 10 MB',
      `${header}${good}乙,03-1111-2222,${'あ'.repeat(3_500_000)}\n`,
      ['unreadable: row-too-long, line 3'],
    ],
    ['NULs', `${header}甲\0,03-1234-5678,\n`, ['2: control-characters 0']],
    [
      'formulas',
      `${header}=1+1,03-1234-5678,\n甲,03-1234-5678,@SUM(A1)\n乙,03-1111-2222,+cmd|' /C calc'!A0\n`,
      ['2: formula 0', '3: formula 2', '4: formula 2'],
    ],
    ['text that only looks like one', `${header}@cosme,03-1234-5678,-\n`, ['2: @cosme']],
    ['numbers written as formulas', `${header}甲,="0312345678",\n`, ['2: 甲']],
    [
      'repeated names of columns',
      `会社名,電話番号,メモ,メモ\n甲,03-1234-5678,一,二\n`,
      ['repeated: メモ', '2: 甲'],
    ],
    ['emoji', `${header}🍣すし屋,03-1234-5678,👨‍👩‍👧\n`, ['2: 🍣すし屋']],
    ['too many cells', `${header}甲,03-1234-5678,,余り\n`, ['2: too-many-cells 3']],
    ['too few cells', `${header}甲\n乙,03-1111-2222\n`, ['2: missing 1', '3: 乙']],
    ['line ends of all kinds', '会社名,電話番号\r甲,03-1234-5678\r乙,03-1111-2222\r', ['2: 甲', '3: 乙']],
    [
      'two encodings',
      Buffer.concat([
        Buffer.from(`${header}甲,03-1234-5678,`),
        Buffer.from([0x83, 0x81, 0x83, 0x82, 0xff, 0x0a]),
      ]),
      ['2: undecodable 2'],
    ],
  ])('of %s is told of clearly', async (_, file, report) => {
    const told = await reported(file);

    expect(told).toEqual(report);
  });
});
