import { audienceOf, maySee, type Viewer } from '../../auth/visibility.ts';
import type { ImportProblem, ImportSettings } from '../../contract/customer-imports.ts';
import type { CustomerId } from '../../contract/ids.ts';
import type { CustomerParts } from '../customer-parts-store.ts';
import type { CustomerRow } from '../customer-store.ts';
import { companyKey } from './company-key.ts';
import { mergedParts } from './merged-parts.ts';
import type { ReadRow } from './read-row.ts';
import { numbersOf } from './repeated-rows.ts';

/** What is to become of a row; the problems say why, or what is odd about it. */
export type RowPlan = { readonly problems: readonly ImportProblem[] } & (
  | { readonly type: 'create' }
  | { readonly type: 'update'; readonly customer: CustomerRow | null }
  | { readonly type: 'skip'; readonly customer: CustomerRow | null }
  | { readonly type: 'refuse' }
);

interface RowPlanOptions {
  readonly viewer: Viewer;
  readonly settings: ImportSettings;
  readonly withNumber: (phoneNumber: string) => readonly CustomerRow[];
  readonly isBlocked: (phoneNumber: string) => boolean;
  readonly partsOf: (customerId: CustomerId) => CustomerParts;
}

/** Decides by what the file says and who is there. `customer` is null where it is one that an earlier row of the file would make. */
export function planRow(row: ReadRow, options: RowPlanOptions): RowPlan {
  const { viewer, settings } = options;
  if (row.problems.length > 0) return { type: 'refuse', problems: row.problems };
  const same = sameCustomers(row, options);
  const known = same.find((customer) => maySee(viewer, audienceOf(customer.ownerId)));
  if (known === undefined && same.length > 0) {
    return { type: 'refuse', problems: [problem('belongs-to-colleague', '')] };
  }
  const problems = [...duplicateOf(row, known), ...blockedNumber(row, options)];
  if (known === undefined && row.sameAsRow === null) return { type: 'create', problems };
  switch (settings.duplicates) {
    case 'keep-both':
      return { type: 'create', problems };
    case 'update':
      return {
        type: 'update',
        customer: known ?? null,
        problems: [...problems, ...noRoom(row, known, options)],
      };
    case 'skip':
      return { type: 'skip', customer: known ?? null, problems };
  }
}

function sameCustomers(row: ReadRow, { settings, withNumber }: RowPlanOptions): readonly CustomerRow[] {
  const found = numbersOf(row).flatMap((number) => withNumber(number));
  if (settings.matchedBy === 'number') return found;
  return found.filter(({ company }) => companyKey(company) === row.companyKey);
}

function noRoom(
  { fields }: ReadRow,
  known: CustomerRow | undefined,
  { partsOf }: RowPlanOptions,
): readonly ImportProblem[] {
  return known === undefined ? [] : mergedParts(fields, partsOf(known.id)).problems;
}

function duplicateOf({ sameAsRow }: ReadRow, known: CustomerRow | undefined): readonly ImportProblem[] {
  if (sameAsRow !== null) return [problem('duplicate-in-file', String(sameAsRow))];
  return known === undefined ? [] : [problem('duplicate-of-customer', known.company)];
}

function blockedNumber({ fields }: ReadRow, { isBlocked }: RowPlanOptions): readonly ImportProblem[] {
  const { phoneNumber } = fields;
  if (phoneNumber === undefined || !isBlocked(phoneNumber)) return [];
  return [problem('number-is-blocked', phoneNumber)];
}

function problem(code: ImportProblem['code'], value: string): ImportProblem {
  return { code, column: null, field: null, value };
}
