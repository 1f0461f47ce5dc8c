import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { reportSchema } from '../../../backend/contract/reports.ts';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { calls } from '../../../backend/db/schema/calls.ts';
import { createReportCellsStore } from '../../../backend/reports/report-cells-store.ts';
import { createReportCounting } from '../../../backend/reports/report-counting.ts';
import { createReportService } from '../../../backend/reports/report-service.ts';
import { createReportSourcesStore } from '../../../backend/reports/report-sources-store.ts';
import { countsIn, dayOf, recount } from '../../support/naive-report.ts';
import {
  historyBegins,
  historyDays,
  insertRandomHistory,
  type StoredCall,
} from '../../support/random-history.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const admin = { id: agentIdSchema.parse('admin'), role: 'admin' } as const;

const askedFor = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  zone: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'),
  days: fc.tuple(fc.integer({ min: -1, max: 10 }), fc.integer({ min: 10, max: historyDays + 1 })),
  asAgent: fc.boolean(),
  agent: fc.option(fc.integer({ min: 0, max: 2 })),
  campaign: fc.option(fc.integer({ min: 0, max: 1 })),
  corrected: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 39 }), fc.constantFrom(...callResultSchema.options)),
    {
      maxLength: 10,
    },
  ),
});

describe('a report', () => {
  it('says what a recount of the calls says, also after some were corrected', () => {
    fc.assert(
      fc.property(askedFor, ({ seed, zone, days, asAgent, agent, campaign, corrected }) => {
        using database = openDatabase(':memory:');
        const history = insertRandomHistory(database, seed, 40);
        const reports = reportsOf(database, () => zone);
        const at = (day: number) => dayOf(new Date(historyBegins.getTime() + day * dayMs), zone);
        const period = { from: at(days[0]), to: at(days[1]) };
        const theirs = agent === null ? undefined : history.agents[agent];
        const ofCampaign = campaign === null ? undefined : history.campaigns[campaign];
        const viewer = asAgent && theirs !== undefined ? ({ id: theirs, role: 'agent' } as const) : admin;
        reports.of(admin, period);
        const known = corrected.reduce(
          (all, [index, result]) => correct(database, all, index, result),
          history.calls,
        );

        const report = reports.of(viewer, {
          ...period,
          agentId: asAgent ? undefined : theirs,
          campaignId: ofCampaign,
        });

        const cut = { agentId: theirs ?? null, campaignId: ofCampaign ?? null };
        expect(countsIn(reportSchema.parse(report))).toEqual(
          recount({ ...history, calls: known }, { zone, ...period, ...cut }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('counts the same in steps, and again when the team moves to another zone', () => {
    using database = openDatabase(':memory:');
    const history = insertRandomHistory(database, 7, 60);
    let zone = 'Asia/Tokyo';
    const period = { from: '2026-10-31', to: '2026-11-22' };
    const counting = countingOf(database, () => zone);
    while (counting.step(7) > 0);
    zone = 'America/New_York';

    const report = reportsOf(database, () => zone).of(admin, period);

    const everything = { agentId: null, campaignId: null };
    expect(report.uncounted).toBe(0);
    expect(countsIn(report)).toEqual(recount(history, { zone, ...period, ...everything }));
  });

  it('counts every call once while the team moves to another zone, however few at a time', () => {
    using database = openDatabase(':memory:');
    const history = insertRandomHistory(database, 11, 60);
    let zone = 'Asia/Tokyo';
    const counting = countingOf(database, () => zone);
    while (counting.step(7) > 0);
    const cells = createReportCellsStore(database);
    const period = { from: '2026-10-31', to: '2026-11-22' };
    const everything = { agentId: null, campaignId: null };
    const dialled = () => [...cells.sums(everything, period).days().values()].map(({ count }) => count);
    const total = () => dialled().reduce((sum, calls) => sum + calls, 0);
    const all = total();
    zone = 'America/New_York';

    const left: number[] = [];
    const totals: number[] = [];
    while (counting.step(7) > 0) {
      left.push(cells.howManyDue());
      totals.push(total());
    }

    expect(left[0]).toBe(all - 7);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left.at(-1)).toBe(0);
    expect(new Set(totals)).toEqual(new Set([all]));
    const report = reportsOf(database, () => zone).of(admin, period);
    expect(countsIn(report)).toEqual(recount(history, { zone, ...period, ...everything }));
  });

  it('compares with as many days before', () => {
    using database = openDatabase(':memory:');
    insertRandomHistory(database, 3, 60);
    const reports = reportsOf(database, () => 'Asia/Tokyo');
    const before = { from: '2026-11-03', to: '2026-11-09' };

    const report = reports.of(admin, { from: '2026-11-10', to: '2026-11-16' });

    expect(report.previous).toEqual(before);
    expect(report.previousFigures).toEqual(reports.of(admin, before).figures);
    expect(report.days.map(({ day }) => day)).toHaveLength(7);
  });
});

function countingOf(database: Database, zone: () => string) {
  const cells = createReportCellsStore(database);
  return createReportCounting({ database, cells, sources: createReportSourcesStore(database), zone });
}

function reportsOf(database: Database, zone: () => string) {
  const names = { agent: (id: string) => id, campaign: (id: string) => id };
  const cells = createReportCellsStore(database);
  return createReportService({ counting: countingOf(database, zone), cells, names, zone });
}

/** Somebody decides that it was something else. */
function correct(
  database: Database,
  known: readonly StoredCall[],
  index: number,
  result: StoredCall['call']['result'] & string,
): readonly StoredCall[] {
  const stored = known[index];
  if (stored === undefined || stored.call.endedAt == null) return known;
  const decided = { result, resultReason: 'decided-by-agent' } as const;
  database.query.update(calls).set(decided).where(eq(calls.id, stored.call.id)).run();
  return known.with(index, { ...stored, call: { ...stored.call, ...decided } });
}
