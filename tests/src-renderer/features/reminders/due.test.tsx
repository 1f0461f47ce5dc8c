import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDueNotifications } from '../../../../src-renderer/app/use-due-notifications.ts';
import { DueCount } from '../../../../src-renderer/features/reminders/due-count.tsx';
import { applyEvent } from '../../../../src-renderer/platform/apply-event.ts';
import { type Answers, json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile, sampleReminder } from '../../support/samples.ts';

const path = 'GET /api/reminders';
const overdue = sampleReminder(1, { dueAt: '2026-11-20T00:30:00.000Z' });
const later = sampleReminder(2, { dueAt: '2026-11-20T05:00:00.000Z' });

function listing(...reminders: object[]): Answers {
  return { [path]: () => json({ reminders, next: null }) };
}

function Told() {
  useDueNotifications(true);
  return <DueCount />;
}

afterEach(() => vi.restoreAllMocks());

describe('DueCount', () => {
  it('counts whom to call now, and nobody who is to be called later', async () => {
    const { screen } = await renderConsole(<DueCount />, { answers: listing(overdue, later) });

    await expect.element(screen.getByText('期限が来た予定1件')).toBeInTheDocument();
  });
});

describe('useDueNotifications', () => {
  it('tells of those that come due, and leads to the customer', async () => {
    const { screen, server, platform, cache, places } = await renderConsole(<Told />, {
      answers: listing(overdue),
    });
    await expect.element(screen.getByText('期限が来た予定1件')).toBeInTheDocument();
    const arrived = sampleReminder(3, { dueAt: '2026-11-20T01:02:00.000Z' });
    server.answer(listing(overdue, arrived));

    const { id, customerId, company, dueAt, note } = arrived;
    const event = { type: 'reminder-due', reminder: { id, customerId, company, dueAt, note } } as const;
    applyEvent(cache, sampleProfile().agentId, event);

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('「第3工業」へかけ直す時刻です');
    platform.toasts.getState()[0]?.action?.run();
    await expect.poll(() => places.at(-1)).toBe(`/customers/${customerId}`);
  });

  it('tells nothing of those that were due before', async () => {
    const { screen, platform } = await renderConsole(<Told />, { answers: listing(overdue) });

    await expect.element(screen.getByText('期限が来た予定1件')).toBeInTheDocument();

    expect(platform.toasts.getState()).toEqual([]);
  });

  it('tells through the system while nobody looks at the console, without the note, for as long as the session lasts', async () => {
    const shown: string[] = [];
    const closed: string[] = [];
    class SystemNotification extends EventTarget {
      static readonly permission = 'granted';
      readonly title: string;
      constructor(title: string, { body = '' }: NotificationOptions) {
        super();
        this.title = title;
        shown.push(title, body);
      }
      close(): void {
        closed.push(this.title);
      }
    }
    vi.stubGlobal('Notification', SystemNotification);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { server, cache, screen } = await renderConsole(<Told />, { answers: listing(overdue) });
    await expect.element(screen.getByText('期限が来た予定1件')).toBeInTheDocument();
    const two = [3, 4].map((number) => sampleReminder(number, { dueAt: '2026-11-20T01:02:00.000Z' }));
    server.answer(listing(overdue, ...two));

    await cache.invalidateQueries({ queryKey: ['reminders'] });

    await expect.poll(() => shown).toEqual(['「第3工業」ほか1件の予定の時刻です', '']);
    await screen.unmount();
    expect(closed).toEqual(['「第3工業」ほか1件の予定の時刻です']);
    vi.unstubAllGlobals();
  });
});
