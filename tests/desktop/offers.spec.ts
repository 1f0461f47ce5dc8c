import { type ElectronApplication, expect } from '@playwright/test';
import { hideConsole, isConsoleVisible, pretendFocus } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { openOffer, showOffers } from './support/offers.ts';
import { pressNotification, recordNotifications } from './support/recorders.ts';

test('an offer is announced by the system while the console is out of sight, and taken back when it ends', async ({
  desktop,
}) => {
  const notifications = await recordNotifications(desktop.app);
  await hideConsole(desktop.app);
  await desktop.page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));

  await showOffers(desktop.page, [openOffer('a')]);
  await showOffers(desktop.page, [openOffer('a'), openOffer('b')]);
  const announced = await notifications();
  await showOffers(desktop.page, [openOffer('b')]);
  const afterEnd = await notifications();

  expect(announced).toHaveLength(2);
  expect(announced[0]).toEqual({
    title: '取り次ぎ: ミナト工業 山田太郎様',
    body: '保留中です。まもなく担当の方が出ます\n担当の方が電話口に出るまで、こちらの声は届きません。',
    closed: false,
  });
  expect(afterEnd.map(({ closed }) => closed)).toEqual([true, false]);
});

test('an offer that came while the console was looked at is announced when the agent looks away', async ({
  desktop,
}) => {
  const notifications = await recordNotifications(desktop.app);
  await pretendFocus(desktop.app, true);
  await showOffers(desktop.page, [openOffer('a')]);
  const whileLooking = await notifications();

  await pretendFocus(desktop.app, false);

  expect(whileLooking).toEqual([]);
  await expect.poll(async () => (await notifications()).length).toBe(1);
});

test('accepting in the notification tells the console and brings it up', async ({ desktop }) => {
  await recordNotifications(desktop.app);
  await hideConsole(desktop.app);
  const accepted = desktop.page.evaluate(
    (offers) =>
      new Promise<string>((done) => {
        globalThis.desktop.offers.onAccepted(done);
        void globalThis.desktop.offers.show({ offers, accepting: null });
      }),
    [openOffer('a')],
  );
  await expect.poll(() => isClaimed(desktop.app, 'CommandOrControl+Alt+Y')).toBe(true);

  await pressNotification(desktop.app, 0, 0);

  expect(await accepted).toBe(openOffer('a').id);
  await expect.poll(() => isConsoleVisible(desktop.app)).toBe(true);
});

test('declining in the notification tells the console and leaves it where it is', async ({ desktop }) => {
  await recordNotifications(desktop.app);
  await hideConsole(desktop.app);
  const declined = desktop.page.evaluate(
    (offers) =>
      new Promise<unknown>((done) => {
        globalThis.desktop.offers.onDeclined(done);
        void globalThis.desktop.offers.show({ offers, accepting: null });
      }),
    [openOffer('a')],
  );
  await expect.poll(() => isClaimed(desktop.app, 'CommandOrControl+Alt+N')).toBe(true);

  await pressNotification(desktop.app, 0, 1);

  expect(await declined).toEqual({ offerId: openOffer('a').id, reason: 'other' });
  expect(await isConsoleVisible(desktop.app)).toBe(false);
});

test('global keys are claimed only while there is something to do with them', async ({ desktop }) => {
  const working = (): Promise<string[]> =>
    desktop.page.evaluate(async () =>
      (await globalThis.desktop.shortcuts.list())
        .filter(({ state }) => state === 'working')
        .map(({ command }) => command),
    );

  const idle = await working();
  await showOffers(desktop.page, [openOffer('a')]);
  const offered = await working();
  await desktop.page.evaluate(async () => {
    await globalThis.desktop.offers.show({ offers: [], accepting: null });
    await globalThis.desktop.softphone.show({ kind: 'on-call', muted: false });
  });
  const onCall = await working();
  // In mid-call the app would ask before it quits.
  await desktop.page.evaluate(() => globalThis.desktop.softphone.show({ kind: 'idle' }));

  expect(idle).toEqual(['show']);
  expect(offered).toEqual(['accept', 'decline', 'show']);
  expect(onCall).toEqual(['mute', 'show']);
});

test('a page that is loaded anew leaves no alert of the old one behind', async ({ desktop }) => {
  const notifications = await recordNotifications(desktop.app);
  await hideConsole(desktop.app);
  await showOffers(desktop.page, [openOffer('a')]);

  await desktop.page.reload();

  await expect.poll(async () => (await notifications()).map(({ closed }) => closed)).toEqual([true]);
});

function isClaimed(app: ElectronApplication, accelerator: string): Promise<boolean> {
  return app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator);
}
