import type { Database } from '../db/database.ts';
import { type CallFacts, factsOf } from './call-facts.ts';
import { changesOf } from './report-cells.ts';
import type { ReportCells } from './report-cells-store.ts';
import type { ReportSources } from './report-sources-store.ts';

interface ReportCountingOptions {
  readonly database: Database;
  readonly cells: ReportCells;
  readonly sources: ReportSources;
  /** Of the team: its days and hours are counted. */
  readonly zone: () => string;
}

/** Brings the sums up to date. */
export interface ReportCounting {
  /** Counts at most `limit` of the calls that are due; returns how many there were. */
  step(limit: number): number;
}

export function createReportCounting({
  database,
  cells,
  sources,
  zone: zoneOfTeam,
}: ReportCountingOptions): ReportCounting {
  return {
    step: (limit) =>
      database.transaction(() => {
        const zone = zoneOfTeam();
        cells.countIn(zone);
        const due = cells.due(limit);
        if (due.length === 0) return 0;
        const calls = sources.reported(due);
        const facts = new Map(
          due.map((callId) => {
            const call = calls.get(callId);
            return [callId, call === undefined ? null : factsOf(call, zone)];
          }),
        );
        const now = [...facts.values()].filter((its): its is CallFacts => its !== null);
        cells.recount(facts, changesOf([...cells.counted(due).values()], now));
        return due.length;
      }),
  };
}
