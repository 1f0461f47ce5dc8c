import { expect } from '@playwright/test';
import { hideConsole, isConsoleVisible } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { openOffer, showOffers } from './support/offers.ts';
import { chooseFromTray, recordTray } from './support/recorders.ts';

test('the tray shows presence in colour, words and menu', async ({ desktop }) => {
  const tray = await recordTray(desktop.app);

  await desktop.page.evaluate(async () => {
    await globalThis.desktop.app.setLanguage('ja');
    await globalThis.desktop.presence.show({
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'busy',
      busyReason: 'meeting',
      withinWorkingHours: true,
    });
  });

  const shown = await tray();
  expect(shown.image).toBe('busy.png');
  expect(shown.tooltip).toBe('取次 · 会議');
  expect(shown.items[0]).toMatchObject({ label: '佐藤花子 · 会議', enabled: false });
  expect(shown.items.filter(({ checked }) => checked)).toMatchObject([{ label: '会議' }]);
  expect(shown.items.at(-1)).toMatchObject({ label: '取次を終了', enabled: true });
});

test('the tray counts the customers who wait', async ({ desktop }) => {
  const tray = await recordTray(desktop.app);

  await showOffers(desktop.page, [openOffer('a'), openOffer('b')]);
  const waiting = await tray();
  await showOffers(desktop.page, []);
  const over = await tray();

  expect(waiting.image).toBe('waiting-2.png');
  expect(over.image).not.toContain('waiting');
});

test('a presence chosen in the tray reaches the console, and is ticked only when it holds', async ({
  desktop,
}) => {
  const tray = await recordTray(desktop.app);
  const chosen = desktop.page.evaluate(() => {
    const choice = new Promise((done) => void globalThis.desktop.presence.onChosen(done));
    return globalThis.desktop.app
      .setLanguage('ja')
      .then(() =>
        globalThis.desktop.presence.show({
          kind: 'signed-in',
          name: '佐藤花子',
          presence: 'available',
          busyReason: null,
          withinWorkingHours: true,
        }),
      )
      .then(() => choice);
  });
  await expect.poll(async () => (await tray()).image).toBe('available.png');

  await chooseFromTray(desktop.app, '休憩');

  expect(await chosen).toEqual({ presence: 'busy', reason: 'break' });
  expect((await tray()).items.filter(({ checked }) => checked)).toMatchObject([{ label: '受付可' }]);
});

test('quitting from the tray ends the app', async ({ desktop }) => {
  await recordTray(desktop.app);
  await desktop.page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));
  const ended = desktop.app.waitForEvent('close');

  await chooseFromTray(desktop.app, '取次を終了');

  await ended;
});

test('quitting from the tray in mid-call asks in the console first', async ({ desktop }) => {
  const tray = await recordTray(desktop.app);
  await hideConsole(desktop.app);
  const asked = desktop.page.evaluate(async () => {
    await globalThis.desktop.app.setLanguage('ja');
    await globalThis.desktop.softphone.show({ kind: 'on-call', muted: false });
    return new Promise<string>((done) => globalThis.desktop.app.onQuitAsked(() => done('asked')));
  });
  await expect
    .poll(async () => (await tray()).items.find(({ label }) => label === 'ミュート')?.enabled)
    .toBe(true);

  await chooseFromTray(desktop.app, '取次を終了');

  expect(await asked).toBe('asked');
  expect(await isConsoleVisible(desktop.app)).toBe(true);
  const ended = desktop.app.waitForEvent('close');
  void desktop.page.evaluate(() => globalThis.desktop.app.quit()).catch(() => undefined);
  await ended;
});
