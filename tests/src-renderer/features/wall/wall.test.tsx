import { describe, expect, it } from 'vitest';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { WallAgents } from '../../../../src-renderer/features/wall/wall-agents.tsx';
import { WallAlerts } from '../../../../src-renderer/features/wall/wall-alerts.tsx';
import { WallCalls } from '../../../../src-renderer/features/wall/wall-calls.tsx';
import { WallSummary } from '../../../../src-renderer/features/wall/wall-summary.tsx';
import { CallStatusMark } from '../../../../src-renderer/ui/call-status-mark.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, raisedAlert, sampleCall, sampleStatus } from '../../support/samples.ts';

const mark = ({ status }: CallSession) => <CallStatusMark status={status} />;
const supervision = {
  callId,
  legId: idOf('leg', 2),
  supervisor: { id: 'boss', name: '佐々木' },
  state: 'present',
  mode: 'listen',
  startedAt: '2026-11-20T01:02:00.000Z',
};

function answers(calls: readonly CallSession[], supervisions: readonly object[] = []) {
  return {
    'GET /api/calls/active': () => json({ calls }),
    'GET /api/agents': () =>
      json({ agents: [sampleStatus(), sampleStatus({ agentId: 'kenta', name: '鈴木' })] }),
    'GET /api/supervisions': () => json({ supervisions }),
  };
}

describe('WallCalls', () => {
  it('finds calls by status, agent and words, and says how many of how many', async () => {
    const calls = [sampleCall(1), sampleCall(2, { status: 'ringing', owner: null })];
    const { screen } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: { ...answers(calls), 'GET /api/calls/active/saying': () => json({ callIds: [] }) },
    });

    await screen.getByRole('combobox', { name: '状態' }).selectOptions('発信中');
    await expect.element(screen.getByText('2件中1件')).toBeVisible();
    await expect.element(screen.getByText('第1工業')).not.toBeInTheDocument();
    await screen.getByRole('searchbox').fill('どこにもない');
    await expect.element(screen.getByText('条件に合う通話はありません')).toBeVisible();
    await screen.getByRole('button', { name: '条件を解除' }).click();
    await screen.getByRole('combobox', { name: '社員' }).selectOptions('佐藤');

    await expect.element(screen.getByText('第1工業')).toBeVisible();
    await expect.element(screen.getByText('第2工業')).not.toBeInTheDocument();
  });

  it('finds words that were said before the page was opened', async () => {
    const { screen, server } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: {
        ...answers([sampleCall(1), sampleCall(2)]),
        'GET /api/calls/active/saying': () => json({ callIds: [idOf('call', 2)] }),
      },
    });

    await screen.getByRole('searchbox').fill('在庫');

    await expect.element(screen.getByText('2件中1件')).toBeVisible();
    await expect.element(screen.getByText('第2工業')).toBeVisible();
    expect(
      server.requests.some(({ path }) => path.endsWith(`?${new URLSearchParams({ words: '在庫' })}`)),
    ).toBe(true);
  });

  it('says that words could not be searched, and searches again, instead of finding nothing', async () => {
    let fails = true;
    const { screen } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: {
        ...answers([sampleCall(1), sampleCall(2)]),
        'GET /api/calls/active/saying': () =>
          fails ? refused('internal') : json({ callIds: [idOf('call', 2)] }),
      },
    });

    await screen.getByRole('searchbox').fill('在庫');
    await expect.element(screen.getByText('通話の中の言葉を探せませんでした')).toBeVisible();
    await expect.element(screen.getByText('条件に合う通話はありません')).not.toBeInTheDocument();
    fails = false;
    await screen.getByRole('button', { name: 'もう一度' }).click();

    await expect.element(screen.getByText('第2工業')).toBeVisible();
  });

  it('opens a call with J, and shows who listens to it', async () => {
    const { screen, places } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: answers([sampleCall(1)], [supervision]),
    });
    await expect.element(screen.getByText('佐々木さんが聞いています')).toBeInTheDocument();

    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));

    await expect.poll(() => places.at(-1)).toBe(`/wall/${callId}`);
  });

  it('has only the calls in sight in the page, of a thousand', async () => {
    const calls = Array.from({ length: 1_000 }, (_, index) => sampleCall(index + 1));
    const { screen } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: answers(calls),
    });
    await expect.element(screen.getByText('1,000件')).toBeVisible();

    expect(screen.getByRole('listitem').elements().length).toBeLessThan(60);
  });

  it('says what is missing while it loads, fails, is empty, or cannot be checked', async () => {
    const late = lateAnswer();
    const { screen, server, platform } = await renderConsole(<WallCalls selected={null} mark={mark} />, {
      answers: { ...answers([]), 'GET /api/calls/active': () => late.answer },
    });
    await expect.element(screen.getByRole('status', { name: '読み込んでいます' })).toBeVisible();
    await expect.element(screen.getByText('0件')).not.toBeInTheDocument();
    late.give(refused('internal', 500));
    await expect.element(screen.getByText('進行中の通話を読み込めませんでした')).toBeVisible();
    await expect.element(screen.getByText('0件')).not.toBeInTheDocument();
    server.answer(answers([]));
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();
    await expect.element(screen.getByText('進行中の通話はありません')).toBeVisible();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText('進行中の通話を確かめられません')).toBeVisible();
  });
});

describe('WallAgents', () => {
  it('shows everybody’s presence, and who is not asked because of the hour', async () => {
    const agents = [
      sampleStatus({ withinWorkingHours: false }),
      sampleStatus({ agentId: 'kenta', name: '鈴木', presence: 'on-call', activeCallId: callId }),
    ];
    const { screen } = await renderConsole(<WallAgents />, {
      answers: { 'GET /api/agents': () => json({ agents }) },
    });

    await expect.element(screen.getByText('勤務時間外')).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: '鈴木さんの通話を開く' }))
      .toHaveAttribute('href', `/wall/${callId}`);
  });

  it('says when it could not be loaded', async () => {
    const { screen } = await renderConsole(<WallAgents />, {
      answers: { 'GET /api/agents': () => refused('internal', 500) },
    });

    await expect.element(screen.getByText('社員の様子を読み込めませんでした')).toBeVisible();
  });
});

describe('WallSummary', () => {
  it('counts calls, who waits, who can be asked, and how well it goes today', async () => {
    const { screen } = await renderConsole(<WallSummary timeZone="Asia/Tokyo" />, {
      answers: {
        ...answers([sampleCall(1), sampleCall(2)]),
        'GET /api/queue': () => json({ waiting: [], longestSince: null }),
        'GET /api/agents/figures': ({ path }) => {
          expect(path).toContain(encodeURIComponent('2026-11-19T15:00:00.000Z'));
          return json({ agents: [], calls: { dialled: 8, answered: 6, wanted: 4, connected: 1 } });
        },
      },
    });

    await expect.element(screen.getByText('75%')).toBeVisible();
    await expect.element(screen.getByText('25%')).toBeVisible();
    await expect.element(screen.getByText('今日 1／4件')).toBeVisible();
  });
});

describe('WallAlerts', () => {
  it('lists what is wrong, with a way to the call', async () => {
    const { screen, platform } = await renderConsole(<WallAlerts />, { answers: answers([sampleCall(1)]) });
    await expect.element(screen.getByText('注意することはありません')).toBeVisible();

    platform.alerts.setState([raisedAlert('no-agent-available').alert], true);

    await expect.element(screen.getByText(/取り次げる社員がいませんでした/)).toBeVisible();
    await expect.element(screen.getByRole('link')).toHaveAttribute('href', `/wall/${callId}`);
  });
});
