import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Report } from '../../../../backend/contract/reports.ts';
import { ReportsScreen } from '../../../../src-renderer/features/reports/reports-screen.tsx';
import { emptyReport, playedReport } from '../../../screens/played-report.ts';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type ConsoleOptions, renderConsole } from '../../support/render-console.tsx';
import { sampleStatus } from '../../support/samples.ts';

const path = 'GET /api/reports';
const period = { from: '2026-10-22', to: '2026-11-20' };
const answers = (report: Report = playedReport({ period })): Answers => ({
  [path]: () => json(report),
  'GET /api/agents': () => json({ agents: [sampleStatus()] }),
  'GET /api/campaigns': () => json({ campaigns: [], next: null }),
});

function shown(options: ConsoleOptions = {}, role: 'admin' | 'agent' = 'admin') {
  return renderConsole(<ReportsScreen timeZone="Asia/Tokyo" role={role} />, {
    answers: answers(),
    at: '/reports',
    frameHeight: 900,
    ...options,
  });
}

describe('ReportsScreen', () => {
  it('asks for the last thirty days, and shows what came of them beside the days before', async () => {
    const { screen, server } = await shown();

    const figures = screen.getByRole('term').filter({ hasText: '応答率' });
    await expect.element(figures).toBeVisible();
    await expect.element(screen.getByText(/前の期間（2026\/9\/22 – 2026\/10\/21）/)).toBeVisible();
    expect(server.requests.find(({ path }) => path.startsWith('/api/reports'))?.path).toBe(
      '/api/reports?from=2026-10-22&to=2026-11-20',
    );
  });

  it('tells in a table what each chart shows', async () => {
    const { screen } = await shown();

    const funnel = screen.getByRole('table', { name: '発信から成功まで' });

    await expect.element(funnel.getByRole('rowheader').first()).toHaveTextContent('発信');
    expect(funnel.getByRole('row').elements()).toHaveLength(6);
    expect(screen.getByRole('table').elements().length).toBeGreaterThan(9);
  });

  it('shows the table in the place of the chart when that is chosen', async () => {
    const { screen } = await shown();
    const results = screen.getByRole('region', { name: '結果', exact: true });

    await results.getByRole('radio', { name: '表' }).click();

    await expect.element(results.getByRole('columnheader', { name: '前の期間' })).toBeVisible();
    expect(results.element().querySelector('svg[viewBox^="0 0"][aria-hidden]:not(.lucide)')).toBeNull();
  });

  it.each(['pointer', 'keyboard'])('says with the %s what a figure counts', async (by) => {
    const { screen } = await shown();
    const term = screen.getByRole('button', { name: '取り次ぎ率' }).first();
    await expect.element(term).toBeVisible();

    if (by === 'pointer') await term.hover();
    else term.element().focus();

    await expect.element(screen.getByRole('tooltip')).toHaveTextContent(/社員がつながった割合です/);
  });

  it('goes on saying it while its name is scrolled into sight, until Escape', async () => {
    const { screen } = await shown();
    const term = screen.getByRole('button', { name: '結果の理由', exact: true });
    await expect.element(term).toBeInTheDocument();
    term.element().focus();
    await expect.element(screen.getByRole('tooltip')).toBeInTheDocument();

    term.element().closest('[data-unfolded]')?.scrollBy(0, -40);
    await expect.element(screen.getByRole('tooltip')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('tooltip')).not.toBeInTheDocument();
  });

  it('is of the days, the agent and the campaign in the address', async () => {
    const { screen, server, places } = await shown({
      at: '/reports?period=2026-11-02~2026-11-08&agent=misaki',
    });

    await expect
      .poll(() => server.requests.map(({ path }) => path))
      .toContain('/api/reports?from=2026-11-02&to=2026-11-08&agentId=misaki');
    await screen.getByRole('button', { name: '絞り込みを解除' }).click();

    expect(places.at(-1)).toBe('/reports?period=2026-11-02%7E2026-11-08');
  });

  it('offers an agent no other agent', async () => {
    const { screen } = await shown({}, 'agent');

    await expect.element(screen.getByRole('button', { name: '一斉コール' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '社員', exact: true })).not.toBeInTheDocument();
  });

  it('shows the hours of the week by what is chosen', async () => {
    const { screen } = await shown();
    const hours = screen.getByRole('region', { name: '曜日と時間帯' });

    await hours.getByRole('button', { name: '表示する数：発信' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '成功率' }).click();

    await expect.element(hours.getByRole('button', { name: '表示する数：成功率' })).toBeVisible();
    expect(hours.element().textContent).toContain('%');
  });

  it('teaches what will be there while there is no call, and warns while there are few', async () => {
    const { screen, server, cache } = await shown({ answers: answers(emptyReport({ period })) });
    await expect.element(screen.getByText('この期間に終わった発信はありません')).toBeVisible();

    server.answer(answers(playedReport({ period }, 'few')));
    await cache.invalidateQueries();

    await expect.element(screen.getByText(/件だけです/)).toBeVisible();
  });

  it('says when it could not be loaded, and loads it when asked again', async () => {
    const { screen, server } = await shown({
      answers: { ...answers(), [path]: () => refused('internal', 500) },
    });
    await expect.element(screen.getByText('レポートを読み込めませんでした')).toBeVisible();

    server.answer(answers());
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('region', { name: '曜日と時間帯' })).toBeVisible();
  });

  it('asks for nothing while the last day is before the first', async () => {
    const { screen, server } = await shown({ at: '/reports?period=2026-11-08~2026-11-02' });

    await expect.element(screen.getByRole('alert')).toHaveTextContent('終了日は、開始日以降にしてください');
    expect(server.requests.some(({ path }) => path.startsWith('/api/reports'))).toBe(false);
  });
});

describe('what is saved of a report', () => {
  it('is a table, in the reader’s language', async () => {
    const { screen, server } = await shown({
      answers: { ...answers(), 'GET /api/reports/export': () => new Response('x') },
    });

    await screen.getByRole('button', { name: '断りの理由をCSVで保存' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.path)
      .toBe('/api/reports/export?from=2026-10-22&to=2026-11-20&table=refusals&language=ja');
  });

  it('says when the table could not be had', async () => {
    const { screen, platform } = await shown();

    await screen.getByRole('button', { name: '断りの理由をCSVで保存' }).click();

    await expect
      .poll(() => JSON.stringify(platform.toasts.getState()))
      .toContain('表を保存できませんでした。');
  });

  it('moves with the keyboard from part to part', async () => {
    const { screen } = await shown();
    screen.getByRole('button', { name: '印刷・PDF' }).element().focus();

    await userEvent.tab();

    await expect.element(screen.getByRole('button', { name: '期間：過去30日間' })).toHaveFocus();
  });
});
