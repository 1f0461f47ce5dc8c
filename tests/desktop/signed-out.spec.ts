import { expect, type Page } from '@playwright/test';
import { hideConsole, pretendFocus } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { showSignedIn } from './support/offers.ts';
import { recordNotifications } from './support/recorders.ts';

function showSignedOut(page: Page): Promise<void> {
  return page.evaluate(() => globalThis.desktop.presence.show({ kind: 'signed-out' }));
}

test('an agent whose session ends while the console is in the tray is told that no calls will come, once', async ({
  desktop: { app, page },
}) => {
  const notifications = await recordNotifications(app);
  await showSignedIn(page);
  await hideConsole(app);

  await showSignedOut(page);
  await showSignedOut(page);
  const ended = await notifications();
  await showSignedIn(page);

  expect(ended).toEqual([
    {
      title: 'サインアウトされています',
      body: 'サインインするまで、通話の取り次ぎは届きません。',
      closed: false,
    },
  ]);
  expect((await notifications()).map(({ closed }) => closed)).toEqual([true]);
});

test('who signs out and looks on is told nothing', async ({ desktop: { app, page } }) => {
  const notifications = await recordNotifications(app);
  await showSignedIn(page);
  await pretendFocus(app, true);

  await showSignedOut(page);

  expect(await notifications()).toEqual([]);
});

test('a reminder says whom to call and not why, and is gone with the session', async ({
  desktop: { app, page },
}) => {
  const notifications = await recordNotifications(app);
  await showSignedIn(page);
  await hideConsole(app);

  await page.evaluate(() =>
    globalThis.desktop.reminders.show({ title: '「ミナト工業」へかけ直す時刻です', customerId: null }),
  );
  const told = await notifications();
  await showSignedOut(page);

  expect(told).toEqual([{ title: '「ミナト工業」へかけ直す時刻です', body: '', closed: false }]);
  expect((await notifications())[0]?.closed).toBe(true);
});
