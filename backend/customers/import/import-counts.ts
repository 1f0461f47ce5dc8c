import type { ImportCounts } from '../../contract/customer-imports.ts';
import type { ReadRow } from './read-row.ts';
import type { RowPlan } from './row-plan.ts';

export const nothingCounted: ImportCounts = {
  rows: 0,
  total: null,
  created: 0,
  updated: 0,
  skipped: 0,
  refused: 0,
  warned: 0,
  undone: 0,
  kept: 0,
};

const outcomeOf = { create: 'created', update: 'updated', skip: 'skipped', refuse: 'refused' } as const;

/** What would become of a row. */
export function outcomeOfPlan({ type }: RowPlan): (typeof outcomeOf)[RowPlan['type']] {
  return outcomeOf[type];
}

/** One more row, with what has become of it. */
export function counted(
  counts: ImportCounts,
  outcome: 'created' | 'updated' | 'skipped' | 'refused',
  problems: ReadRow['problems'],
): ImportCounts {
  const odd = outcome !== 'refused' && problems.length > 0;
  return {
    ...counts,
    rows: counts.rows + 1,
    [outcome]: counts[outcome] + 1,
    warned: counts.warned + Number(odd),
  };
}
