import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { csvOf } from '../../../../src-renderer/features/figures/figures-csv.ts';
import { periodOf } from '../../../../src-renderer/features/figures/figures-period.ts';
import { FiguresScreen } from '../../../../src-renderer/features/figures/figures-screen.tsx';
import { MyFigures } from '../../../../src-renderer/features/figures/my-figures.tsx';
import { daysOf } from '../../../../src-renderer/platform/calendar-periods.ts';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';

const path = 'GET /api/agents/figures';
const zone = 'Asia/Tokyo';

function figuresOf(number: number) {
  return {
    agentId: `agent${number}`,
    name: `社員${number}`,
    offered: 12,
    accepted: 7,
    declined: 2,
    missed: 2,
    withdrawn: 1,
    medianSecondsToAccept: 4.26,
    calls: 7,
    talkSeconds: 3_725,
    holdSeconds: 45,
    wrapUpSeconds: 300,
    results: { success: 3, absent: 0, rejected: 1, follow_up: 2, failed: 1 },
  };
}

describe('FiguresScreen', () => {
  it('shows what each agent did, and what a heading counts when it has the focus', async () => {
    const { screen } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) },
    });

    await expect.element(screen.getByRole('cell', { name: '1:02:05' })).toBeVisible();
    await expect.element(screen.getByRole('cell', { name: '4.3秒' })).toBeVisible();
    await screen.getByRole('button', { name: '保留時間' }).hover();
    await expect.element(screen.getByText(/先方が保留音を聞いていた時間/)).toBeVisible();
    screen.getByRole('button', { name: '出なかった' }).element().focus();

    await expect.element(screen.getByText(/返事のないまま時間が過ぎた数/)).toBeVisible();
  });

  it('asks for the chosen period, in the days of the zone', async () => {
    const { screen, server } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) },
    });

    await screen.getByRole('radio', { name: '先月' }).click();

    const wanted = new URLSearchParams({
      from: '2026-09-30T15:00:00.000Z',
      to: '2026-10-31T15:00:00.000Z',
    });
    await expect.poll(() => server.requests.at(-1)?.path).toBe(`/api/agents/figures?${wanted}`);
  });

  it('refuses days that run backwards, and asks for nothing then', async () => {
    const { screen, server } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) },
    });
    await screen.getByRole('radio', { name: '日付で選ぶ' }).click();
    await expect.element(screen.getByLabelText('開始日')).toHaveValue('2026-11-20');
    const asked = server.requests.length;

    await screen.getByLabelText('終了日').fill('2026-11-19');

    await expect.element(screen.getByRole('alert')).toHaveTextContent('終了日は、開始日以降');
    expect(server.requests.length).toBe(asked);
  });

  it('says when the figures could not be loaded, and loads them again', async () => {
    const { screen, server } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => refused('internal', 500) },
    });
    await expect.element(screen.getByText('実績を読み込めませんでした')).toBeVisible();
    server.answer({ [path]: () => json({ agents: [figuresOf(1)], calls: null }) });

    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('rowheader', { name: '社員1' })).toBeVisible();
  });

  it('says of what time the figures are while the connection is lost', async () => {
    const { screen, platform } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) },
    });
    await expect.element(screen.getByRole('rowheader', { name: '社員1' })).toBeVisible();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText(/接続が切れています。.*の時点の内容です/)).toBeVisible();
    await expect.element(screen.getByRole('rowheader', { name: '社員1' })).toBeVisible();
  });

  it('leads to the changes of presence on the same days', async () => {
    const { screen, places } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) },
    });
    await screen.getByRole('radio', { name: '昨日' }).click();

    await screen.getByRole('link', { name: '社員1' }).click();

    expect(places.at(-1)).toBe('/figures/presence/agent1?first=2026-11-19&last=2026-11-19');
  });

  it('has only the rows in sight in the page, of a thousand', async () => {
    const agents = Array.from({ length: 1_000 }, (_, index) => figuresOf(index + 1));
    const { screen } = await renderConsole(<FiguresScreen timeZone={zone} />, {
      answers: { [path]: () => json({ agents, calls: null }) },
    });
    await expect.element(screen.getByRole('rowheader', { name: '社員1', exact: true })).toBeVisible();

    expect(screen.getByRole('rowheader').elements().length).toBeLessThan(60);
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1001');
    await userEvent.keyboard('{Tab}');
  });
});

describe('MyFigures', () => {
  it('shows one’s own alone', async () => {
    const now = Date.parse('2026-11-20T01:00:00Z');
    const { screen } = await renderConsole(
      <MyFigures me={agentIdSchema.parse('agent1')} days={daysOf('today', zone, now)} timeZone={zone} />,
      { answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) } },
    );

    await expect.element(screen.getByText('1:02:05')).toBeVisible();
    for (const answer of ['受けた', '断った', '出なかった', '取り下げ']) {
      await expect.element(screen.getByRole('term').filter({ hasText: answer })).toBeVisible();
    }
  });

  it('says what is counted when it is asked', async () => {
    const now = Date.parse('2026-11-20T01:00:00Z');
    const { screen } = await renderConsole(
      <MyFigures me={agentIdSchema.parse('agent1')} days={daysOf('today', zone, now)} timeZone={zone} />,
      { answers: { [path]: () => json({ agents: [figuresOf(1)], calls: null }) } },
    );

    await screen.getByText('数え方').click();

    await expect.element(screen.getByText(/返事をする前になくなった数/)).toBeVisible();
  });
});

describe('daysOf', () => {
  // A Wednesday in Tokyo, still Tuesday in UTC.
  const now = Date.parse('2026-11-24T15:30:00Z');

  it.each([
    ['today', '2026-11-25', '2026-11-25'],
    ['yesterday', '2026-11-24', '2026-11-24'],
    ['week', '2026-11-23', '2026-11-25'],
    ['month', '2026-11-01', '2026-11-25'],
    ['last-month', '2026-10-01', '2026-10-31'],
  ] as const)('has of %s those from %s to %s', (name, first, last) => {
    expect(daysOf(name, zone, now)).toEqual({ first, last });
  });

  it('makes a period that ends as the last day does', () => {
    expect(periodOf({ first: '2026-11-01', last: '2026-11-30' }, zone)).toEqual({
      from: '2026-10-31T15:00:00.000Z',
      to: '2026-11-30T15:00:00.000Z',
    });
  });
});

describe('csvOf', () => {
  it('quotes names, and lets no spreadsheet take one for a formula', async () => {
    const csv = await csvOf([['社員'], ['=1+1'], ['山田 "太郎"']]).text();

    expect(csv).toBe(`"社員"\r\n"'=1+1"\r\n"山田 ""太郎"""\r\n`);
  });
});
