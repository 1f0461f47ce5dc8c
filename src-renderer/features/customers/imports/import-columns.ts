import type { ImportAnalysis, ImportField } from '../../../../backend/contract/customer-imports.ts';

/** What is wrong with a choice of columns. */
export type ColumnsProblem =
  | { readonly type: 'missing'; readonly fields: readonly ImportField[] }
  | { readonly type: 'twice'; readonly field: ImportField };

const needed = ['company', 'phoneNumber'] as const satisfies readonly ImportField[];
/** Several columns may hold them. */
const several: readonly ImportField[] = ['otherNumbers', 'tags'];

/** Null when customers can be made of the columns. */
export function columnsProblem(columns: readonly (ImportField | null)[]): ColumnsProblem | null {
  const missing = needed.filter((field) => !columns.includes(field));
  if (missing.length > 0) return { type: 'missing', fields: missing };
  const twice = columns.find(
    (field, at) => field !== null && !several.includes(field) && columns.indexOf(field) !== at,
  );
  return twice == null ? null : { type: 'twice', field: twice };
}

/** Some values of a column, to see what it holds. */
export function sampleOf({ sample }: ImportAnalysis, column: number, hasHeader: boolean): readonly string[] {
  const values = sample.slice(hasHeader ? 1 : 0).map((row) => row[column]?.trim() ?? '');
  return [...new Set(values.filter((value) => value !== ''))].slice(0, 3);
}
