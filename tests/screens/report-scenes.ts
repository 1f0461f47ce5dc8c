import type { Page } from '@playwright/test';
import { type Report, reportSchema } from '../../backend/contract/reports.ts';
import { answerTruly, changeAnswer, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { emptyReport, playedReport } from './played-report.ts';
import { failed, loading, says, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const path = /\/api\/reports\?/;

/** What came of the calls: of many, of few, of none; each chart, its table, and what a figure counts. */
export async function shootReportScenes(studio: Studio): Promise<void> {
  await studio.each((page) => answerWith(page, (asked) => playedReport(asked)));
  await openAnew(studio);
  await studio.shoot('reports', [...everyLook, ...narrowerLooks]);
  await shootParts(studio);
  await shootTable(studio);
  await shootDefinition(studio);
  await studio.each(answerTruly);
  await shootStates(studio);
}

async function answerWith(page: Page, change: (asked: Report) => Report): Promise<void> {
  await changeAnswer(page, path, reportSchema, change);
}

async function openAnew(studio: Studio): Promise<void> {
  await studio.open('/reports');
  await studio.each(async (page) => {
    await page.reload();
    await page.locator('main svg[viewBox]').nth(4).waitFor(soon);
  });
}

const parts = {
  'reports-days': /^(日ごとの推移|Day by day)$/,
  'reports-hours': /^(曜日と時間帯|Weekdays and hours)$/,
  'reports-agents': /^(社員ごとの成功率|Success rate by agent)$/,
  'reports-intents': /^(先方の反応（段階ごと）|Reactions, by stage)$/,
  'reports-reasons': /^(結果の理由|Reasons of results)$/,
} as const;

async function shootParts(studio: Studio): Promise<void> {
  for (const [name, heading] of Object.entries(parts)) {
    await studio.each((page) => page.getByRole('region', { name: heading }).scrollIntoViewIfNeeded());
    await studio.shoot(name, twoLooks);
  }
}

async function shootTable(studio: Studio): Promise<void> {
  await studio.each(async (page) => {
    const part = page.getByRole('region', { name: parts['reports-agents'] });
    await part.getByRole('radio', { name: /^(表|Table)$/ }).click();
    await part.scrollIntoViewIfNeeded();
  });
  await studio.shoot('reports-table', twoLooks);
}

async function shootDefinition(studio: Studio): Promise<void> {
  await studio.each(async (page) => {
    await page
      .getByRole('button', { name: /^(取り次ぎ率|Handoff rate)$/ })
      .first()
      .focus();
    await page.getByRole('tooltip').waitFor(soon);
  });
  await studio.shoot('reports-definition', twoLooks);
}

async function shootStates(studio: Studio): Promise<void> {
  const state = { studio, place: '/reports' };
  await shootState({
    ...state,
    name: 'reports-few',
    play: (page) => answerWith(page, (asked) => playedReport(asked, 'few')),
    until: (page) => says(page, /件だけです|were answered/),
  });
  await shootState({
    ...state,
    name: 'reports-empty',
    looks: [...twoLooks, ...narrowerLooks],
    play: (page) => answerWith(page, emptyReport),
    until: (page) => says(page, /この期間に終わった発信|No call of ours/),
  });
  await shootState({
    ...state,
    name: 'reports-loading',
    play: (page) => holdAnswer(page, path),
    until: loading,
  });
  await shootState({
    ...state,
    name: 'reports-failed',
    play: (page) => failAnswer(page, path),
    until: failed,
  });
}
