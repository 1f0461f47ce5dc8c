import { expect } from '@playwright/test';
import { alertPage } from './support/alert-window.ts';
import { test } from './support/desktop-test.ts';
import { errorOf } from './support/error-of.ts';
import { showSignedIn } from './support/offers.ts';

test('the page has the bridge, and nothing of Node or Electron', async ({ desktop }) => {
  const found = await desktop.page.evaluate(() =>
    ['desktop', 'process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );

  expect(found).toEqual(['desktop']);
  expect(await desktop.page.evaluate(() => Object.keys(globalThis.desktop).sort())).toEqual([
    'app',
    'calls',
    'log',
    'news',
    'offers',
    'power',
    'presence',
    'reminders',
    'server',
    'session',
    'settings',
    'shortcuts',
    'softphone',
    'updates',
    'windows',
  ]);
});

const confined = {
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
};

test('every page is opened with what confines it, and with nothing that loosens that', async ({
  desktop,
}) => {
  await showSignedIn(desktop.page);
  await alertPage(desktop.app);

  // Electron has this for itself, and does not describe it.
  const preferences = await desktop.app.evaluate(
    ({ webContents }, names) =>
      webContents.getAllWebContents().map((contents) => {
        const all: object = Reflect.get(contents, 'getLastWebPreferences').call(contents);
        return Object.fromEntries(names.map((name) => [name, Reflect.get(all, name) ?? null]));
      }),
    Object.keys(confined),
  );

  expect(preferences).toEqual([confined, confined]);
});

test('the page cannot run text as code', async ({ desktop }) => {
  // In a timer, because what a debugger evaluates directly is exempt from the policy.
  const ran = await desktop.page.evaluate(`new Promise((done) => setTimeout(() => {
    window.ran = 'no';
    const script = document.createElement('script');
    script.textContent = "window.ran = 'yes'";
    document.body.append(script);
    let evaluated = 'no';
    try { evaluated = new Function("return 'yes'")(); } catch {}
    done([window.ran, evaluated]);
  }))`);

  expect(ran).toEqual(['no', 'no']);
});

test('of all permissions the page has the microphone only', async ({ desktop }) => {
  const { page } = desktop;
  const state = (name: string): Promise<unknown> =>
    page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);

  expect(await errorOf(page, 'navigator.mediaDevices.getUserMedia({ audio: true })')).toBe('none');
  expect(await errorOf(page, 'navigator.mediaDevices.getUserMedia({ video: true })')).toBe('NotAllowedError');
  expect(await errorOf(page, 'navigator.mediaDevices.getUserMedia({ audio: true, video: true })')).toBe(
    'NotAllowedError',
  );
  expect(await state('geolocation')).toBe('denied');
  expect(await state('notifications')).toBe('denied');
  expect(await state('clipboard-read')).toBe('denied');
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
});

test('the page cannot see the screen, even if somebody hands it one', async ({ desktop }) => {
  const outcome = await desktop.app.evaluate(async ({ BrowserWindow, desktopCapturer, session }) => {
    const [screen] = await desktopCapturer.getSources({ types: ['screen'] });
    if (screen === undefined) return 'no screen';
    session.defaultSession.setDisplayMediaRequestHandler((_request, give) => give({ video: screen }));
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // As after a click: without one Chromium itself refuses.
    const asked: unknown = await contents?.executeJavaScript(
      `navigator.mediaDevices.getDisplayMedia().then(() => 'seen', ({ name }) => name)`,
      true,
    );
    return asked;
  });

  expect(outcome).toBe('NotAllowedError');
});

test('the alert window has not even the microphone', async ({ desktop }) => {
  await showSignedIn(desktop.page);
  const alert = await alertPage(desktop.app);

  expect(await errorOf(alert, 'navigator.mediaDevices.getUserMedia({ audio: true })')).toBe(
    'NotAllowedError',
  );
});

test('a malformed message is refused, and noted', async ({ desktop }) => {
  const noted: string[] = [];
  desktop.app.process().stderr?.on('data', (chunk) => noted.push(String(chunk)));
  desktop.app.process().stdout?.on('data', (chunk) => noted.push(String(chunk)));

  const answer = await desktop.page.evaluate(() => {
    const show: unknown = Reflect.get(globalThis.desktop.presence, 'show');
    return typeof show === 'function'
      ? show({ kind: 'signed-in', name: 7 }).then(
          () => 'accepted',
          (error: unknown) => String(error),
        )
      : 'no bridge';
  });

  expect(answer).toContain('refused: malformed-body');
  await expect.poll(() => noted.join('')).toContain('ipc-refused');
});

test('a page gets no answer to what another page may ask, and none of elsewhere gets any', async ({
  desktop,
}) => {
  // As if a page had got hold of another one's bridge: its preload, in another place.
  const open = (preload: 'console' | 'alert', place: string, ask: string): Promise<unknown> =>
    desktop.app.evaluate(
      async ({ app, BrowserWindow }, asked) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: `${app.getAppPath()}/out/preload/${asked.preload}.cjs`, sandbox: true },
        });
        await window.loadURL(asked.place);
        const answer: unknown = await window.webContents.executeJavaScript(
          `${asked.ask}.then(() => 'answered', String)`,
        );
        window.destroy();
        return answer;
      },
      { preload, place, ask },
    );

  const [console, alert] = ['app://toritsugi/index.html', 'app://toritsugi/alert.html'];

  expect(await open('console', console, 'desktop.app.info()')).toBe('answered');
  expect(await open('console', alert, 'desktop.app.info()')).toContain('refused: unknown-request');
  expect(await open('alert', console, 'alertWindow.drawn()')).toContain('refused: unknown-request');
  expect(await open('console', 'data:text/html,', 'desktop.app.info()')).toContain('refused: foreign-sender');
  expect(await open('console', console, 'desktop.server.set({})')).toContain('refused: malformed-body');
});
