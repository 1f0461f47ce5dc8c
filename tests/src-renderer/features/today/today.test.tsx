import { describe, expect, it } from 'vitest';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { MyCalls } from '../../../../src-renderer/features/today/my-calls.tsx';
import { MyOffers } from '../../../../src-renderer/features/today/my-offers.tsx';
import { MyReminders } from '../../../../src-renderer/features/today/my-reminders.tsx';
import { CallStatusMark } from '../../../../src-renderer/ui/call-status-mark.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall, sampleOffer, sampleReminder, sampleStatus } from '../../support/samples.ts';

const misaki = agentIdSchema.parse('misaki');
const mark = ({ status }: CallSession) => <CallStatusMark status={status} />;
const endOfDay = '2026-11-20T15:00:00.000Z';

describe('MyCalls', () => {
  it('has the agent’s own calls alone', async () => {
    const calls = [sampleCall(1), sampleCall(2, { owner: { id: 'kenta', name: '鈴木' } })];
    const { screen } = await renderConsole(<MyCalls me={misaki} mark={mark} />, {
      answers: { 'GET /api/calls/active': () => json({ calls }) },
    });

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();
    await expect.element(screen.getByText('第2工業')).not.toBeInTheDocument();
  });

  it('says when the calls could not be loaded, and when there is none', async () => {
    const { screen, server } = await renderConsole(<MyCalls me={misaki} mark={mark} />, {
      answers: { 'GET /api/calls/active': () => refused('internal', 500) },
    });
    await expect.element(screen.getByText('進行中の通話を読み込めませんでした')).toBeVisible();
    server.answer({ 'GET /api/calls/active': () => json({ calls: [] }) });

    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByText('自分の通話はありません')).toBeVisible();
  });
});

describe('MyOffers', () => {
  it('shows what the agent is asked to take, with the time left', async () => {
    const { screen } = await renderConsole(<MyOffers me={sampleStatus()} />, {
      answers: { 'GET /api/offers': () => json({ offers: [sampleOffer()] }) },
    });

    await expect.element(screen.getByText('第1工業')).toBeVisible();
    await expect.element(screen.getByText('0:10')).toBeVisible();
  });

  it('tells who did not answer why nobody asks, and how to come back', async () => {
    const me = sampleStatus({ presence: 'busy', busyReason: 'unanswered' });
    const { screen } = await renderConsole(<MyOffers me={me} />, {
      answers: { 'GET /api/offers': () => json({ offers: [] }) },
    });

    await expect.element(screen.getByText(/「受付可」を選ぶと/)).toBeVisible();
  });

  it('tells who works at other hours why nobody asks', async () => {
    const { screen } = await renderConsole(<MyOffers me={sampleStatus({ withinWorkingHours: false })} />, {
      answers: { 'GET /api/offers': () => json({ offers: [] }) },
    });

    await expect.element(screen.getByText(/勤務時間外のため/)).toBeVisible();
  });
});

describe('MyReminders', () => {
  const path = 'GET /api/reminders';

  it('has those of today alone, marks the overdue, and ticks off', async () => {
    const reminders = [
      sampleReminder(1, { dueAt: '2026-11-20T00:30:00.000Z' }),
      sampleReminder(2),
      sampleReminder(3, { dueAt: '2026-11-21T01:00:00.000Z' }),
    ];
    const done = `POST /api/reminders/${idOf('reminder', 1)}/done`;
    const { screen, server, platform } = await renderConsole(<MyReminders endOfDay={endOfDay} />, {
      answers: {
        [path]: () => json({ reminders, next: null }),
        [done]: () => json(sampleReminder(1, { doneAt: '2026-11-20T01:02:05.000Z' })),
      },
    });
    await expect.element(screen.getByText(/時刻を過ぎました/)).toBeVisible();
    await expect.element(screen.getByText('第2工業')).toBeVisible();
    await expect.element(screen.getByText('第3工業')).not.toBeInTheDocument();
    server.answer({ [path]: () => json({ reminders: reminders.slice(1), next: null }) });

    await screen.getByRole('button', { name: '済み' }).first().click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('予定を済みにしました');
    await expect.element(screen.getByText('第1工業')).not.toBeInTheDocument();
  });

  it('says when they could not be loaded, or not be ticked off', async () => {
    const { screen, server, platform } = await renderConsole(<MyReminders endOfDay={endOfDay} />, {
      answers: { [path]: () => refused('internal', 500) },
    });
    await expect.element(screen.getByText('予定を読み込めませんでした')).toBeVisible();
    server.answer({ [path]: () => json({ reminders: [sampleReminder(1)], next: null }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await screen.getByRole('button', { name: '済み' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.tone).toBe('failed');
  });

  it('is empty when nobody is to be called today', async () => {
    const { screen } = await renderConsole(<MyReminders endOfDay={endOfDay} />, {
      answers: { [path]: () => json({ reminders: [], next: null }) },
    });

    await expect.element(screen.getByText('今日かけ直す先はありません')).toBeVisible();
  });
});
