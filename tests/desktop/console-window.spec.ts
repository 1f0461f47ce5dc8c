import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './support/desktop-test.ts';
import {
  desktopExecutable,
  type LaunchOptions,
  launchArguments,
  launchDesktop,
} from './support/launch-desktop.ts';

const callId = `call_${'a'.repeat(20)}`;

function isWindowVisible(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}

async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/** Starts the program while it already runs; resolves with its exit code. */
async function startAgain(launch: LaunchOptions, ...args: string[]): Promise<unknown> {
  const second = spawn(desktopExecutable(), [...launchArguments(launch), ...args], { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  return code;
}

test('opens the console from its own protocol, asking to sign in', async ({ desktop }) => {
  await expect(desktop.page.getByRole('button', { name: 'サインイン' })).toBeVisible();

  expect(new URL(desktop.page.url()).protocol).toBe('app:');
  expect(await desktop.page.evaluate('location.origin')).toBe('app://toritsugi');
  expect(await isWindowVisible(desktop.app)).toBe(true);
});

test('closing the window hides it, and its page goes on at full speed', async ({ desktop }) => {
  await closeWindow(desktop.app);

  await expect.poll(() => isWindowVisible(desktop.app)).toBe(false);
  // Asked, not measured: under Playwright Chromium never slows a hidden page's timers down.
  const throttled = await desktop.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.backgroundThrottling,
  );
  expect(throttled).toBe(false);
  expect(await desktop.page.evaluate(() => globalThis.desktop.app.info())).toMatchObject({
    platform: 'linux',
  });
});

test('a second start shows the first and ends itself', async ({ desktop, launch }) => {
  await closeWindow(desktop.app);

  const code = await startAgain(launch);

  expect(code).toBe(0);
  await expect.poll(() => isWindowVisible(desktop.app)).toBe(true);
  expect(desktop.app.windows()).toHaveLength(1);
});

test('a link to a call reaches the console of the running app', async ({ desktop, launch }) => {
  const opened = desktop.page.evaluate(
    () => new Promise<string>((done) => void globalThis.desktop.calls.onOpened(done)),
  );

  await startAgain(launch, `toritsugi://call/${callId}`);

  expect(await opened).toBe(callId);
});

test('a link that started the app waits for the console to listen', async ({ launch }) => {
  const desktop = await launchDesktop({ ...launch, args: [`toritsugi://call/${callId}`] });

  const opened = await desktop.page.evaluate(
    () => new Promise<string>((done) => void globalThis.desktop.calls.onOpened(done)),
  );
  expect(opened).toBe(callId);
  await desktop.app.close();
});

test('starts in the tray, without a window to be seen', async ({ launch }) => {
  const desktop = await launchDesktop({ ...launch, args: ['--hidden'] });

  await expect(desktop.page.getByRole('button', { name: 'サインイン' })).toBeAttached();
  expect(await isWindowVisible(desktop.app)).toBe(false);
  await desktop.app.close();
});

test('is back after its page has crashed', async ({ desktop }) => {
  const state = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return 'no window';
    const back = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
    contents.forcefullyCrashRenderer();
    await back;
    return contents.executeJavaScript('document.readyState');
  });

  expect(state).toBe('complete');
});
