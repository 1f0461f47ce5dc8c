import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { HistoryList } from '../../../../src-renderer/features/history/history-list.tsx';
import type { ApiRequest } from '../../../../src-renderer/platform/transport.ts';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const list = 'GET /api/calls/history';
const over = (number: number) =>
  sampleCall(number, { status: 'completed', result: 'success', durationSeconds: 60 });
const cursor = `2026-11-20T01:00:00.000Z~${idOf('call', 1)}`;
const isFirst = ({ path }: ApiRequest) => !path.includes('before=');

describe('HistoryList', () => {
  it('holds few of a thousand calls on the page', async () => {
    const calls = Array.from({ length: 1_000 }, (_, number) => over(number));

    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: { [list]: () => json({ calls, next: null }) },
    });

    await expect.element(screen.getByRole('link').first()).toBeVisible();
    expect(screen.getByRole('listitem').elements().length).toBeLessThan(40);
  });

  it('counts on for a call that runs, and counts nothing where nobody answered', async () => {
    const running = sampleCall(1, { answeredAt: '2026-11-20T01:01:00.000Z' });
    const unanswered = sampleCall(2, { status: 'completed', answeredAt: null, durationSeconds: 0 });
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      now: '2026-11-20T01:02:05.000Z',
      answers: { [list]: () => json({ calls: [running, unanswered], next: null }) },
    });

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toHaveTextContent(/1:0\d/);
    await expect.element(screen.getByRole('link', { name: /第2工業/ })).toHaveTextContent('応答なし');
  });

  it('leaves room for the company on a narrow screen', async () => {
    const { screen } = await renderConsole(
      <div style={{ width: 380 }}>
        <HistoryList selected={null} me={me} />
      </div>,
      { answers: { [list]: () => json({ calls: [over(1)], next: null }) } },
    );

    const company = screen.getByTitle('第1工業');
    await expect.element(company).toBeVisible();

    expect(company.element().getBoundingClientRect().width).toBeGreaterThan(100);
  });

  it('keeps what it has when what follows cannot be loaded, and loads it when asked again', async () => {
    const { screen, server } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: {
        [list]: (request) =>
          isFirst(request) ? json({ calls: [over(1)], next: cursor }) : refused('internal', 500),
      },
    });
    await expect.element(screen.getByRole('button', { name: 'もう一度読み込む' })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();

    server.answer({ [list]: () => json({ calls: [over(2)], next: null }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('link', { name: /第2工業/ })).toBeVisible();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('goes from call to call with J and K', async () => {
    const { screen, places } = await renderConsole(<HistoryList selected={over(2).id} me={me} />, {
      answers: { [list]: () => json({ calls: [over(1), over(2), over(3)], next: null }) },
    });
    await expect.element(screen.getByRole('link', { name: /第3工業/ })).toBeVisible();

    await userEvent.keyboard('j');
    await userEvent.keyboard('k');

    expect(places.slice(-2)).toEqual([`/history/${over(3).id}`, `/history/${over(1).id}`]);
  });

  it('goes to its search with /, and asks the server for what is typed there', async () => {
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: {
        [list]: ({ path }) => json({ calls: path.includes('search=') ? [] : [over(1)], next: null }),
      },
    });
    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();

    await userEvent.keyboard('/山田');
    await expect.element(screen.getByText('「山田」に合う通話はありません')).toBeVisible();
    await screen.getByRole('button', { name: '検索を解除' }).click();

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();
  });

  it('teaches what will be there while nothing is, and says when it cannot be loaded', async () => {
    const { screen, cache, server } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: { [list]: () => json({ calls: [], next: null }) },
    });
    await expect.element(screen.getByText('終わった通話はまだありません')).toBeVisible();

    server.answer({ [list]: () => refused('internal', 500) });
    await cache.resetQueries();

    await expect.element(screen.getByRole('alert')).toBeVisible();
  });
});
