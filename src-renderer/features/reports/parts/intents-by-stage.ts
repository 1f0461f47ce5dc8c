import type { Report } from '../../../../backend/contract/reports.ts';
import type { Intent, Stage } from '../../../../backend/contract/vocabulary.ts';

/** `none`: of before it was noted. */
type Turns = Readonly<Record<Stage | 'none', number>>;

interface IntentRow {
  readonly intent: Intent;
  readonly turns: Turns;
  readonly total: number;
}

const nothing: Turns = { opening: 0, explained: 0, holding: 0, person: 0, closing: 0, none: 0 };

/** For each class of what customers said how often they did in which stage, the most frequent first. */
export function intentsByStage(counted: Report['intents']): readonly IntentRow[] {
  const rows = new Map<Intent, Turns>();
  for (const { stage, intent, turns } of counted) {
    const row = rows.get(intent) ?? nothing;
    const column = stage ?? 'none';
    rows.set(intent, { ...row, [column]: row[column] + turns });
  }
  return [...rows]
    .map(([intent, turns]) => ({ intent, turns, total: sumOf(turns) }))
    .toSorted((a, b) => b.total - a.total);
}

function sumOf(turns: Turns): number {
  return Object.values(turns).reduce((sum, number) => sum + number, 0);
}
