import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { isConsoleVisible } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { launchDesktop } from './support/launch-desktop.ts';
import { openOffer, showOffers } from './support/offers.ts';
import { recordNotifications } from './support/recorders.ts';

test('the app starts with keys in its settings that no system knows, and on a disk that takes nothing more', async ({
  launch,
}) => {
  mkdirSync(launch.userData, { recursive: true });
  const file = join(launch.userData, 'settings.json');
  writeFileSync(file, JSON.stringify({ shortcuts: { show: 'Hyper+Nonsense' } }));
  // Where the new settings would be put together there is a folder: nothing can be saved.
  mkdirSync(`${file}.next`);

  const { app, page } = await launchDesktop(launch);
  await expect(page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await page.evaluate(() => globalThis.desktop.app.setLanguage('en'));

  const [, , , show] = await page.evaluate(() => globalThis.desktop.shortcuts.list());
  expect(show).toMatchObject({ command: 'show', accelerator: 'CommandOrControl+Alt+O' });
  expect(readFileSync(join(launch.userData, 'logs/main.log'), 'utf8')).toContain('settings-unwritten');
  await app.close();
});

test('what is chosen holds at once and after a restart', async ({ launch }) => {
  const first = await launchDesktop(launch);
  await first.page.evaluate(async () => {
    const { settings, shortcuts, app } = globalThis.desktop;
    await settings.set({ ...(await settings.get()), systemNotifications: false, flash: false });
    await shortcuts.set({ command: 'accept', accelerator: 'Ctrl+Alt+J' });
    await app.setAppearance('dark');
  });
  await first.app.close();

  const { app, page } = await launchDesktop(launch);
  const notifications = await recordNotifications(app);
  await expect(page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await showOffers(page, [openOffer('a')]);

  expect(await page.evaluate(() => globalThis.desktop.settings.get())).toMatchObject({
    systemNotifications: false,
    flash: false,
    alertWindow: true,
  });
  expect((await page.evaluate(() => globalThis.desktop.shortcuts.list()))[0]).toEqual({
    command: 'accept',
    accelerator: 'Control+Alt+J',
    keys: 'Ctrl+Alt+J',
    state: 'working',
  });
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  expect(await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true);
  expect(await notifications()).toEqual([]);
  await app.close();
});

test('keys that another program holds are told of, and cannot be chosen', async ({ desktop, launch }) => {
  // Of another user's folder, it is another program to the system.
  const other = await launchDesktop({ ...launch, userData: `${launch.userData}-of-another` });
  await expect(other.page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  const [, , , show] = await desktop.page.evaluate(() => globalThis.desktop.shortcuts.list());
  const held = show?.accelerator ?? '';

  const listed = await other.page.evaluate(() => globalThis.desktop.shortcuts.list());
  const chosen = await other.page.evaluate(
    (accelerator) => globalThis.desktop.shortcuts.set({ command: 'mute', accelerator }),
    held,
  );
  await other.page.evaluate(() => globalThis.desktop.shortcuts.set({ command: 'show', accelerator: null }));
  const onceMore = await other.page.evaluate(
    (accelerator) => globalThis.desktop.shortcuts.set({ command: 'mute', accelerator }),
    held,
  );

  expect(listed.map(({ command, state }) => [command, state])).toEqual([
    ['accept', 'asleep'],
    ['decline', 'asleep'],
    ['mute', 'asleep'],
    ['show', 'taken'],
  ]);
  expect(chosen).toEqual({ kind: 'ours', command: 'show' });
  expect(onceMore).toEqual({ kind: 'taken' });
  await other.app.close();
});

test('the system is told to start the app at login, and the app starts in the tray then', async ({
  launch,
}) => {
  const config = `${launch.userData}-config`;
  const options = { ...launch, environment: { XDG_CONFIG_HOME: config } };
  const entry = join(config, 'autostart', 'toritsugi.desktop');
  const { app, page } = await launchDesktop(options);
  const setLaunch = (launchAtLogin: boolean) =>
    page.evaluate(async (on) => {
      const { settings } = globalThis.desktop;
      return settings.set({ ...(await settings.get()), launchAtLogin: on });
    }, launchAtLogin);

  const on = await setLaunch(true);
  const written = readFileSync(entry, 'utf8');
  const off = await setLaunch(false);
  await app.close();
  const atLogin = await launchDesktop({ ...options, args: ['--at-login'] });
  await expect(atLogin.page.getByRole('button', { name: 'サインイン' })).toBeAttached();
  const visible = await isConsoleVisible(atLogin.app);
  await atLogin.app.close();

  expect([on.launchAtLogin, off.launchAtLogin]).toEqual([true, false]);
  expect(written).toMatch(/^Exec=".*\/toritsugi" --at-login$/m);
  expect(existsSync(entry)).toBe(false);
  expect(visible).toBe(false);
});
