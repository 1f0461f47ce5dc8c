import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Role } from '../../../../backend/contract/vocabulary.ts';
import { RemindersPage } from '../../../../src-renderer/app/pages/reminders-page.tsx';
import { applyEvent } from '../../../../src-renderer/platform/apply-event.ts';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall, sampleCustomer, sampleProfile, sampleReminder } from '../../support/samples.ts';

const path = 'GET /api/reminders';
const overdue = sampleReminder(1, { dueAt: '2026-11-20T00:30:00.000Z', person: '田中' });
const today = sampleReminder(2, { dueAt: '2026-11-20T05:00:00.000Z' });
const later = sampleReminder(3, { dueAt: '2026-11-25T01:00:00.000Z' });

function renderReminders(answers: Answers, role: Role = 'agent'): Promise<RenderedConsole> {
  return renderConsole(<RemindersPage profile={{ ...sampleProfile(), role }} />, {
    answers,
    at: '/reminders',
  });
}

function listing(...reminders: object[]): Answers {
  return { [path]: () => json({ reminders, next: null }) };
}

describe('RemindersScreen', () => {
  it('has what is due, what is due later today, and the rest, each under its heading', async () => {
    const { screen } = await renderReminders(listing(overdue, today, later));

    await expect.element(screen.getByRole('heading', { name: '期限が来た予定' })).toBeVisible();
    const lines = screen.getByRole('listitem');
    await expect.poll(() => lines.elements().length).toBe(6);
    const words = lines.elements().map((line) => line.textContent);
    expect(words[1]).toContain('第1工業');
    expect(words[2]).toContain('このあと今日');
    expect(words[3]).toContain('第2工業');
    expect(words[4]).toContain('明日以降');
    expect(words[5]).toContain('第3工業');
  });

  it('starts the call with one press, and leads to it', async () => {
    const { screen, server, places } = await renderReminders({
      ...listing(overdue),
      'POST /api/calls/start': () => json(sampleCall(1), 201),
    });

    await screen.getByRole('button', { name: 'AIで発信: 第1工業' }).click();

    await expect.poll(() => places.at(-1)).toBe(`/calls/${sampleCall(1).id}`);
    const started = server.requests.find(({ method }) => method === 'POST');
    expect(started?.body).toMatchObject({ customerId: overdue.customerId, mode: 'ai' });
  });

  it('offers no call to a number that must not be called', async () => {
    const { screen } = await renderReminders(listing({ ...overdue, doNotCall: true }));

    await expect.element(screen.getByRole('button', { name: 'AIで発信: 第1工業' })).toBeDisabled();
  });

  it('ticks one off with X, goes on to the next, and takes it back on request', async () => {
    const done = `/api/reminders/${overdue.id}/done`;
    const { screen, server, platform } = await renderReminders({
      ...listing(overdue, today),
      [`POST ${done}`]: () => json({ ...overdue, doneAt: '2026-11-20T01:02:05.000Z' }),
      [`DELETE ${done}`]: () => json(overdue),
    });
    await expect.element(screen.getByText('第2工業')).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toHaveFocus();
    server.answer(listing(today));

    await userEvent.keyboard('x');
    await expect.element(screen.getByText('第1工業')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('link', { name: /第2工業/ })).toHaveFocus();
    server.answer(listing(overdue, today));
    platform.toasts.getState()[0]?.action?.run();

    await expect.element(screen.getByText('第1工業')).toBeVisible();
  });

  it('puts one off to a usual time', async () => {
    const { screen, server, platform } = await renderReminders({
      ...listing(overdue),
      [`PUT /api/reminders/${overdue.id}`]: () => json(overdue),
    });

    await screen.getByRole('button', { name: '「第1工業」の予定を延ばす' }).click();
    await screen.getByRole('menuitem', { name: '10分後' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('予定を延ばしました');
    const moved = server.requests.find(({ method }) => method === 'PUT');
    expect(moved?.body).toEqual({ dueAt: '2026-11-20T01:12:05.000Z' });
  });

  it('puts one off to a time of the agent’s own, but to none that is over', async () => {
    const { screen, server } = await renderReminders({
      ...listing(overdue),
      [`PUT /api/reminders/${overdue.id}`]: () => json(overdue),
    });
    await screen.getByRole('button', { name: '「第1工業」の予定を延ばす' }).click();
    await screen.getByRole('menuitem', { name: '日時を選ぶ…' }).click();

    await screen.getByLabelText('日時', { exact: true }).fill('2026-11-19T10:00');
    await screen.getByRole('button', { name: 'この日時にする' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('これからの日時を入力してください');
    await screen.getByLabelText('日時', { exact: true }).fill('2030-01-07T10:00');
    await screen.getByRole('button', { name: 'この日時にする' }).click();

    await expect.poll(() => server.requests.some(({ method }) => method === 'PUT')).toBe(true);
  });

  it('shows admins everybody’s, and of each whom it reminds', async () => {
    const { screen, server } = await renderReminders(
      listing({ ...overdue, agent: { id: 'kenta', name: '鈴木' } }),
      'admin',
    );

    await screen.getByRole('radio', { name: '全員' }).click();

    await expect.element(screen.getByText('鈴木さん')).toBeVisible();
    expect(server.requests.at(-1)?.path).toContain('whose=all');
  });

  it('follows what a colleague does', async () => {
    const { screen, server, cache } = await renderReminders(listing(overdue));
    await expect.element(screen.getByText('第1工業')).toBeVisible();
    server.answer(listing());

    const customer = sampleCustomer(1, { nextReminderAt: null });
    applyEvent(cache, sampleProfile().agentId, { type: 'customer-updated', customer });

    await expect.element(screen.getByText('予定はありません')).toBeVisible();
  });

  it('says why one could not be ticked off, and keeps it', async () => {
    const { screen, platform } = await renderReminders({
      ...listing(overdue),
      [`POST /api/reminders/${overdue.id}/done`]: () => refused('changed-elsewhere'),
    });

    await screen.getByRole('button', { name: '「第1工業」の予定を済みにする' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.tone).toBe('failed');
    await expect.element(screen.getByText('第1工業')).toBeVisible();
  });

  it('says when they could not be loaded, and when there is none', async () => {
    const { screen, server } = await renderReminders({ [path]: () => refused('internal', 500) });
    await expect.element(screen.getByText('予定を読み込めませんでした')).toBeVisible();
    server.answer(listing());

    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByText('予定はありません')).toBeVisible();
    await expect.element(screen.getByRole('link', { name: '顧客の一覧を開く' })).toBeVisible();
  });

  it('has nothing done while the connection is lost, and says how old the list is', async () => {
    const { screen, platform } = await renderReminders(listing(overdue));
    await expect.element(screen.getByText('第1工業')).toBeVisible();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText(/接続が切れています/)).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: '「第1工業」の予定を済みにする' }))
      .toBeDisabled();
  });

  it('brings the next page when its end is near', async () => {
    const many = Array.from({ length: 100 }, (_, number) => sampleReminder(number + 1));
    const next = `${many.at(-1)?.dueAt}~${idOf('reminder', 100)}`;
    const { screen, server } = await renderReminders({
      [path]: ({ path: asked }) =>
        asked.includes('after')
          ? json({ reminders: [sampleReminder(101)], next: null })
          : json({ reminders: many, next }),
    });
    await expect.element(screen.getByText('100件以上')).toBeVisible();

    const frame = screen.getByRole('list').element().parentElement;
    frame?.scrollTo({ top: 100_000 });

    await expect.poll(() => server.requests.length).toBe(2);
    await expect.element(screen.getByText('第101工業')).toBeInTheDocument();
  });
});
