import { describe, expect, it } from 'vitest';
import { QueuePanel } from '../../../../src-renderer/features/routing/queue-panel.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleCall, sampleHandoff } from '../../support/samples.ts';

const handoffId = idOf('handoff', 1);
const waiting = {
  callId,
  handoffId,
  company: '第1工業',
  reason: 'person-on-line',
  waitingSince: '2026-11-20T01:01:45.000Z',
  givenUpAt: '2026-11-20T01:02:30.000Z',
  asked: [{ id: 'kenta', name: '鈴木' }],
};
const queue = 'GET /api/queue';
const why = `GET /api/handoffs/${handoffId}/routing`;

function render(answers: Parameters<typeof renderConsole>[1] = {}) {
  return renderConsole(<QueuePanel placeOf={(id) => `/wall/${id}`} viewer="admin" />, answers);
}

describe('QueuePanel', () => {
  it('tells an agent of those alone whom they could take, and an admin of everybody', async () => {
    const answers = { [queue]: () => json({ waiting: [], longestSince: null }) };
    const { screen, rerender } = await renderConsole(<QueuePanel placeOf={() => '/'} viewer="agent" />, {
      answers,
    });

    await expect.element(screen.getByText('今、受けられる先方はいません')).toBeVisible();
    await rerender(<QueuePanel placeOf={() => '/'} viewer="admin" />);

    await expect.element(screen.getByText('お待ちの先方はいません')).toBeVisible();
  });

  it('tells who waits, for how long, who is asked, and when the AI comes back', async () => {
    const { screen } = await render({
      answers: { [queue]: () => json({ waiting: [waiting], longestSince: waiting.waitingSince }) },
    });

    await expect.element(screen.getByText('鈴木さんに依頼中')).toBeVisible();
    await expect.element(screen.getByText('最長 0:20')).toBeVisible();
    await expect.element(screen.getByText('AIに戻るまで 0:25')).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: '第1工業' }))
      .toHaveAttribute('href', `/wall/${callId}`);
  });

  it('explains why each agent was or was not asked', async () => {
    const verdicts = [
      { outcome: 'asked', agentId: 'kenta', rank: 1, behindBy: null },
      { outcome: 'waiting', agentId: 'misaki', rank: 2, behindBy: 'longest-idle' },
      { outcome: 'passed-over', agentId: 'boss', because: 'off-hours' },
    ];
    const agents = verdicts.map((verdict, index) => ({ name: `社員${index + 1}`, verdict }));
    const decision = { at: '2026-11-20T01:02:00.000Z', step: 'best', strategy: 'longest-idle', agents };
    const { screen } = await render({
      answers: {
        [queue]: () => json({ waiting: [waiting], longestSince: waiting.waitingSince }),
        [why]: () => json({ handoffId, callId, decisions: [decision] }),
      },
    });

    await screen.getByRole('button', { name: '第1工業: 依頼した順と理由' }).click();

    const rows = screen.getByRole('dialog').getByRole('list', { name: '社員ごとの理由' });
    await expect.element(rows.getByText('依頼した')).toBeVisible();
    await expect.element(rows.getByText('空き時間が長い人が先')).toBeVisible();
    await expect.element(rows.getByText('勤務時間外')).toBeVisible();
  });

  it('ranks nobody where all were asked at once', async () => {
    const agents = [1, 2].map((rank) => ({
      name: `社員${rank}`,
      verdict: {
        outcome: 'asked',
        agentId: `agent${rank}`,
        rank,
        behindBy: rank === 1 ? null : 'longest-idle',
      },
    }));
    const decision = { at: '2026-11-20T01:02:00.000Z', step: 'last', strategy: 'longest-idle', agents };
    const { screen } = await render({
      answers: {
        [queue]: () => json({ waiting: [waiting], longestSince: waiting.waitingSince }),
        [why]: () => json({ handoffId, callId, decisions: [decision] }),
      },
    });

    await screen.getByRole('button', { name: '第1工業: 依頼した順と理由' }).click();

    const rows = screen.getByRole('dialog').getByRole('list', { name: '社員ごとの理由' });
    await expect.element(rows.getByText('同時に依頼').nth(1)).toBeVisible();
    await expect.element(rows.getByText(/番目|空き時間/)).not.toBeInTheDocument();
  });

  it.each([
    ['standby', '鈴木さんが待機中'],
    ['joining', '鈴木さんにつないでいます'],
  ] as const)(
    'tells of an agent who has accepted that they are no longer asked: %s',
    async (status, words) => {
      const handoff = sampleHandoff({ id: handoffId, status, agent: { id: 'kenta', name: '鈴木' } });
      const { screen } = await render({
        answers: {
          [queue]: () => json({ waiting: [waiting], longestSince: waiting.waitingSince }),
          'GET /api/calls/active': () => json({ calls: [sampleCall(1, { handoff })] }),
        },
      });

      await expect.element(screen.getByText(words)).toBeVisible();
    },
  );

  it('says that no order was worked out where somebody was asked by name', async () => {
    const { screen } = await render({
      answers: {
        [queue]: () => json({ waiting: [waiting], longestSince: waiting.waitingSince }),
        [why]: () => json({ handoffId, callId, decisions: [] }),
      },
    });

    await screen.getByRole('button', { name: /理由/ }).click();

    await expect.element(screen.getByText(/順番は決めていません/)).toBeVisible();
  });

  it('is empty, and says when it could not be loaded or cannot be checked', async () => {
    const { screen, server, platform } = await render({
      answers: { [queue]: () => refused('internal', 500) },
    });
    await expect.element(screen.getByText('待っている先方を読み込めませんでした')).toBeVisible();
    server.answer({ [queue]: () => json({ waiting: [], longestSince: null }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();
    await expect.element(screen.getByText('お待ちの先方はいません')).toBeVisible();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText('お待ちの先方を確かめられません')).toBeVisible();
  });

  it('has only those in sight in the page, of a thousand', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...waiting,
      handoffId: idOf('handoff', index + 1),
      callId: idOf('call', index + 1),
    }));
    const { screen } = await render({
      answers: { [queue]: () => json({ waiting: many, longestSince: waiting.waitingSince }) },
    });
    await expect.element(screen.getByText('1,000件')).toBeVisible();

    expect(screen.getByRole('listitem').elements().length).toBeLessThan(60);
  });
});
