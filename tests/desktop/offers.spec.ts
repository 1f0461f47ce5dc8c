import { type ElectronApplication, expect } from '@playwright/test';
import { offer } from '../src-main/support/desktop-fixtures.ts';
import { test } from './support/desktop-test.ts';
import { pressNotification, recordNotifications } from './support/recorders.ts';

async function hideWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
}

test('an offer is announced by the system while the console is out of sight, and taken back when it ends', async ({
  desktop,
}) => {
  const notifications = await recordNotifications(desktop.app);
  await hideWindow(desktop.app);
  await desktop.page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));

  await desktop.page.evaluate((offers) => globalThis.desktop.offers.show(offers), [offer('a')]);
  await desktop.page.evaluate((offers) => globalThis.desktop.offers.show(offers), [offer('a'), offer('b')]);
  const announced = await notifications();
  await desktop.page.evaluate((offers) => globalThis.desktop.offers.show(offers), [offer('b')]);
  const afterEnd = await notifications();

  expect(announced).toHaveLength(2);
  expect(announced[0]).toEqual({
    title: '取り次ぎ: ミナト工業 山田太郎様',
    body: '保留中です。まもなく担当の方が出ます\n先方は電話を保留にしています。受けても、こちらの声はまだ届きません。',
    closed: false,
  });
  expect(afterEnd.map(({ closed }) => closed)).toEqual([true, false]);
});

test('accepting in the notification tells the console and brings it up', async ({ desktop }) => {
  await recordNotifications(desktop.app);
  await hideWindow(desktop.app);
  const accepted = desktop.page.evaluate(
    (offers) =>
      new Promise<string>((done) => {
        globalThis.desktop.offers.onAccepted(done);
        void globalThis.desktop.offers.show(offers);
      }),
    [offer('a')],
  );
  await expect.poll(() => isClaimed(desktop.app, 'CommandOrControl+Alt+Y')).toBe(true);

  await pressNotification(desktop.app, 0, 0);

  expect(await accepted).toBe(offer('a').id);
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});

test('declining in the notification tells the console and leaves it where it is', async ({ desktop }) => {
  await recordNotifications(desktop.app);
  await hideWindow(desktop.app);
  const declined = desktop.page.evaluate(
    (offers) =>
      new Promise<unknown>((done) => {
        globalThis.desktop.offers.onDeclined(done);
        void globalThis.desktop.offers.show(offers);
      }),
    [offer('a')],
  );
  await expect.poll(() => isClaimed(desktop.app, 'CommandOrControl+Alt+N')).toBe(true);

  await pressNotification(desktop.app, 0, 1);

  expect(await declined).toEqual({ offerId: offer('a').id, reason: 'other' });
  expect(
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
  ).toBe(false);
});

test('global keys are claimed only while there is something to do with them', async ({ desktop }) => {
  const working = (): Promise<string[]> =>
    desktop.page.evaluate(async () =>
      (await globalThis.desktop.shortcuts.list())
        .filter(({ state }) => state === 'working')
        .map(({ command }) => command),
    );

  const idle = await working();
  await desktop.page.evaluate((offers) => globalThis.desktop.offers.show(offers), [offer('a')]);
  const offered = await working();
  await desktop.page.evaluate(async () => {
    await globalThis.desktop.offers.show([]);
    await globalThis.desktop.softphone.show({ kind: 'on-call', muted: false });
  });
  const onCall = await working();

  expect(idle).toEqual(['show']);
  expect(offered).toEqual(['accept', 'decline', 'show']);
  expect(onCall).toEqual(['mute', 'show']);
});

test('a page that is loaded anew leaves no alert of the old one behind', async ({ desktop }) => {
  const notifications = await recordNotifications(desktop.app);
  await hideWindow(desktop.app);
  await desktop.page.evaluate((offers) => globalThis.desktop.offers.show(offers), [offer('a')]);

  await desktop.page.reload();

  await expect.poll(async () => (await notifications()).map(({ closed }) => closed)).toEqual([true]);
});

function isClaimed(app: ElectronApplication, accelerator: string): Promise<boolean> {
  return app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator);
}
