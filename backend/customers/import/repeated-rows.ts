import type { ImportSettings } from '../../contract/customer-imports.ts';
import type { ReadRow } from './read-row.ts';

/** Remembers the rows of a file, and finds the earlier one that is the same customer. */
export function createRepeatedRows(
  matchedBy: ImportSettings['matchedBy'],
): (row: Omit<ReadRow, 'sameAsRow'>) => ReadRow {
  const firstWith = new Map<string, number>();

  return (row) => {
    if (row.problems.length > 0) return { ...row, sameAsRow: null };
    const keys = numbersOf(row).map((number) =>
      matchedBy === 'number' ? number : `${number} ${row.companyKey}`,
    );
    const found = keys.map((key) => firstWith.get(key)).find((earlier) => earlier !== undefined);
    for (const key of keys) if (!firstWith.has(key)) firstWith.set(key, row.row);
    return { ...row, sameAsRow: found ?? null };
  };
}

/** All numbers of a row, the one that is dialled first. */
export function numbersOf({ fields }: Pick<ReadRow, 'fields'>): readonly string[] {
  const main = fields.phoneNumber === undefined ? [] : [fields.phoneNumber];
  return [...new Set([...main, ...(fields.otherNumbers ?? [])])];
}
