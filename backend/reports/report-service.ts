import type { Viewer } from '../auth/visibility.ts';
import type { Report, ReportPeriod, ReportQuery } from '../contract/reports.ts';
import type { Cut } from './report-cells.ts';
import type { ReportCells, ReportSums } from './report-cells-store.ts';
import type { ReportCounting } from './report-counting.ts';
import { daysOf, periodBefore } from './report-days.ts';
import { figuresFrom, funnelFrom } from './report-figures.ts';
import { type ReportNames, tablesOf } from './report-tables.ts';
import { nothing, plus, type Tally } from './tally.ts';

export interface ReportService {
  /** Of everybody's calls, or of whose and which are asked for; of agents' own, whatever they ask for. */
  of(viewer: Viewer, query: ReportQuery): Report;
}

interface ReportServiceOptions {
  readonly counting: ReportCounting;
  readonly cells: Pick<ReportCells, 'sums' | 'howManyDue'>;
  readonly names: ReportNames;
  /** The team's, by which days and hours are counted. */
  readonly zone: () => string;
}

/** So many calls are counted while somebody waits for the report: those of the last moments, which the background has not counted yet. */
const countedAtOnce = 500;

export function createReportService({ counting, cells, names, zone }: ReportServiceOptions): ReportService {
  return {
    of(viewer, { from, to, ...asked }) {
      counting.step(countedAtOnce);
      const cut: Cut = {
        agentId: viewer.role === 'admin' ? (asked.agentId ?? null) : viewer.id,
        campaignId: asked.campaignId ?? null,
      };
      const period: ReportPeriod = { from, to };
      const previous = periodBefore(period);
      const sums = cells.sums(cut, period);
      const days = sums.days();
      return {
        zone: zone(),
        period,
        previous,
        figures: figuresFrom(totalOf(days)),
        previousFigures: figuresFrom(totalOf(cells.sums(cut, previous).days())),
        days: daysOf(period).map((day) => ({ day, funnel: funnelFrom(days.get(day) ?? nothing) })),
        ...tablesOf(sums, names),
        uncounted: cells.howManyDue(),
      };
    },
  };
}

function totalOf(days: ReturnType<ReportSums['days']>): Tally {
  return [...days.values()].reduce((sum, tally) => plus(sum, tally), nothing);
}
