import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { HistoryList } from '../../../../src-renderer/features/history/history-list.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const list = 'GET /api/calls/history';
const exported = 'GET /api/calls/history/export';
const over = (number: number) =>
  sampleCall(number, { status: 'completed', result: 'success', durationSeconds: 60 });
const said = {
  callId: idOf('call', 1),
  number: 3,
  speaker: 'customer',
  text: '今はお電話に出られません',
  from: 2,
  to: 5,
};
const page = { calls: [over(1)], next: null, total: 1, totalIs: 'exact', found: [] };

describe('the filters of the history', () => {
  it('are what the address says, and what the server is asked for', async () => {
    const { screen, server } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history?result=absent&handedOver=no&length=over-10&period=2026-11-01~2026-11-02',
      answers: { [list]: () => json(page) },
    });

    await expect.element(screen.getByRole('button', { name: '結果：不在' })).toBeVisible();
    await expect.element(screen.getByLabelText('開始日')).toHaveValue('2026-11-01');
    const asked = new URLSearchParams(server.requests.find(({ path }) => path.includes('history?'))?.path);
    expect(asked.get('handedOver')).toBe('no');
    expect(asked.get('longerThan')).toBe('599');
    expect(asked.get('from')).toMatch(/^2026-(10-31|11-01)T/);
  });

  it('go into the address when they are chosen, and out of it when they are cleared', async () => {
    const { screen, server, places } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history',
      answers: { [list]: () => json(page) },
    });

    await screen.getByRole('button', { name: '結果', exact: true }).click();
    await screen.getByRole('menuitemcheckbox', { name: '拒否' }).click();
    await expect.poll(() => places.at(-1)).toBe('/history?result=rejected');
    await expect.poll(() => server.requests.at(-1)?.path).toContain('result=rejected');
    await screen.getByRole('button', { name: '絞り込みを解除' }).click();

    await expect.poll(() => places.at(-1)).toBe('/history');
  });

  it('stay when a call is opened', async () => {
    const { screen, places } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history?result=success',
      answers: { [list]: () => json(page) },
    });

    await screen.getByRole('link', { name: /第1工業/ }).click();

    expect(places.at(-1)).toBe(`/history/${idOf('call', 1)}?result=success`);
  });

  it('lead nowhere at times, and are cleared from there', async () => {
    const { screen, places } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history?result=success&search=x',
      answers: {
        [list]: ({ path }) => json(path.includes('result=') ? { ...page, calls: [], total: 0 } : page),
      },
    });
    await expect.element(screen.getByText('この絞り込みに合う通話はありません')).toBeVisible();

    await screen.getByRole('button', { name: '絞り込みを解除' }).last().click();

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();
    expect(places.at(-1)).toBe('/history');
  });

  it('say how many calls they leave, and that it is estimated', async () => {
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: { [list]: () => json({ ...page, total: 18_400, totalIs: 'about' }) },
    });

    await expect.element(screen.getByText('約18,400件')).toBeVisible();
  });
});

describe('the search for words that were said', () => {
  it('shows them where they were said', async () => {
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history',
      answers: {
        [list]: ({ path }) => json(path.includes('phrase=') ? { ...page, found: [said, said] } : page),
      },
    });

    await screen.getByRole('searchbox', { name: '会話の言葉を検索' }).fill('お電話');

    await expect.element(screen.getByRole('mark')).toHaveTextContent('お電話');
    await expect.element(screen.getByRole('link')).toHaveTextContent('先方今はお電話に出られませんほか1か所');
  });

  it('waits for a second letter', async () => {
    const { screen, server } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history',
      answers: { [list]: () => json(page) },
    });

    await screen.getByRole('searchbox', { name: '会話の言葉を検索' }).fill('電');

    await expect.element(screen.getByText('2文字から検索できます')).toBeVisible();
    expect(server.requests.some(({ path }) => path.includes('phrase='))).toBe(false);
  });

  it('says that nobody said it', async () => {
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history?phrase=納豆',
      answers: { [list]: () => json({ ...page, calls: [], total: 0 }) },
    });

    await expect.element(screen.getByText('「納豆」と話された通話はありません')).toBeVisible();
  });
});

describe('the keys of the list', () => {
  it('go from row to row with the arrows', async () => {
    const { screen } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: { [list]: () => json({ ...page, calls: [over(1), over(2)] }) },
    });
    const first = screen.getByRole('link', { name: /第1工業/ });
    await expect.element(first).toBeVisible();
    first.element().focus();

    await userEvent.keyboard('{ArrowDown}');

    await expect.element(screen.getByRole('link', { name: /第2工業/ })).toHaveFocus();
  });
});

describe('the export of the history', () => {
  it('is of what is listed, and says how much has come', async () => {
    const late = lateAnswer();
    const { screen, server } = await renderConsole(<HistoryList selected={null} me={me} />, {
      at: '/history?result=absent',
      answers: { [list]: () => json(page), [exported]: () => late.answer },
    });
    await screen.getByRole('button', { name: '一覧をファイルに保存' }).click();
    await screen.getByRole('menuitem', { name: 'Excel' }).click();
    await expect.element(screen.getByText('0.0 MB')).toBeVisible();
    const pieces = new TransformStream<Uint8Array, Uint8Array>();
    const writer = pieces.writable.getWriter();

    late.give(new Response(pieces.readable));
    await writer.write(new Uint8Array(2_400_000));

    await expect.element(screen.getByText('2.4 MB')).toBeVisible();
    expect(server.requests.at(-1)?.path).toContain('result=absent&format=xlsx&language=ja');
    await writer.close();
    await expect.element(screen.getByText('2.4 MB')).not.toBeInTheDocument();
  });

  it('can be begun again after it broke off', async () => {
    const { screen, platform } = await renderConsole(<HistoryList selected={null} me={me} />, {
      answers: { [list]: () => json(page), [exported]: () => refused('internal', 500) },
    });

    await screen.getByRole('button', { name: '一覧をファイルに保存' }).click();
    await screen.getByRole('menuitem', { name: 'CSV' }).click();

    await expect
      .poll(() => JSON.stringify(platform.toasts.getState()))
      .toContain('通話の履歴を保存できませんでした。');
    await expect.element(screen.getByRole('button', { name: '一覧をファイルに保存' })).toBeEnabled();
  });
});
