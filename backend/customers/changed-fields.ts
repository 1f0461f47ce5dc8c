import { isDeepStrictEqual } from 'node:util';
import type { KeptFields } from './customer-fields.ts';
import type { CustomerParts } from './customer-parts-store.ts';
import type { CustomerRow } from './customer-store.ts';

/** From what to what, for the audit. */
export interface FieldChanges {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What `wanted` changes of a customer; null when it is so already. */
export function changedFields(
  row: CustomerRow,
  parts: CustomerParts,
  wanted: KeptFields,
): FieldChanges | null {
  const current: Readonly<Record<string, unknown>> = { ...row, ...parts };
  const changed = Object.entries({ ...wanted.columns, ...wanted.parts }).filter(
    ([field, value]) => !isDeepStrictEqual(current[field], value),
  );
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, current[field]])),
    after: Object.fromEntries(changed),
  };
}
