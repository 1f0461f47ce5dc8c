import { once } from 'node:events';
import { type ElectronApplication, expect } from '@playwright/test';
import { hideConsole } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { showSignedIn } from './support/offers.ts';
import { chooseFromTray, recordTray } from './support/recorders.ts';

/** Kills the console's page, as a fault in it would, and waits for what the window shows next. */
function crash(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return 'no window';
    const next = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
    contents.forcefullyCrashRenderer();
    await next;
    return contents.getURL();
  });
}

/** Keeps the console's page from ever doing anything again. */
async function hang(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/index.html'))
      ?.webContents.executeJavaScript('for (;;) {}');
  });
}

/** Notes, in place of showing it, what the system is to ask; and gives that answer. */
async function recordDialogs(app: ElectronApplication, answer: number): Promise<() => Promise<unknown>> {
  await app.evaluate(({ dialog }, response) => {
    const asked: unknown[] = [];
    Reflect.set(globalThis, 'readDialogs', () => asked);
    Reflect.set(dialog, 'showMessageBox', async ({ message, buttons }: Electron.MessageBoxOptions) => {
      asked.push({ message, buttons });
      return { response, checkboxChecked: false };
    });
  }, answer);
  return () => app.evaluate(() => Reflect.get(globalThis, 'readDialogs')());
}

test('a console that crashes again and again is given up in words, and can be opened again', async ({
  desktop,
}) => {
  await desktop.page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));
  await hideConsole(desktop.app);
  const shown: string[] = [];
  for (let crashes = 0; crashes < 4; crashes += 1) shown.push(await crash(desktop.app));

  const words = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
  );
  const visible = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.isVisible(),
  );
  const asked = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `desktop.app.info().then(() => 'answered', String)`,
    ),
  );
  const back = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
    void contents?.executeJavaScript(`document.querySelector('a').click()`);
    await loaded;
    return contents?.getURL();
  });

  expect(shown.map((url) => url.split('/').at(-1)?.split('#')[0])).toEqual([
    'index.html',
    'index.html',
    'index.html',
    'stopped.html',
  ]);
  expect(words).toContain('画面が止まりました');
  expect(visible).toBe(true);
  expect(asked).toContain('refused: unknown-request');
  expect(back).toContain('/index.html');
});

test('an app whose console hangs is quit from the tray', async ({ desktop }) => {
  const tray = await recordTray(desktop.app);
  await showSignedIn(desktop.page);
  await expect.poll(async () => (await tray()).items.length).toBeGreaterThan(0);
  const program = desktop.app.process();
  const ended = once(program, 'exit');
  await hang(desktop.app);

  await chooseFromTray(desktop.app, '取次を終了');

  await ended;
});

test('on a call the system asks in place of a console that hangs', async ({ desktop }) => {
  const tray = await recordTray(desktop.app);
  await showSignedIn(desktop.page);
  await desktop.page.evaluate(() => globalThis.desktop.softphone.show({ kind: 'on-call', muted: false }));
  await expect.poll(async () => (await tray()).items.length).toBeGreaterThan(0);
  const stays = await recordDialogs(desktop.app, 1);
  await hang(desktop.app);

  await chooseFromTray(desktop.app, '取次を終了');
  await expect
    .poll(stays)
    .toEqual([
      { message: '通話中です。終了すると、先方との回線が切れます。', buttons: ['終了する', '通話を続ける'] },
    ]);
  await recordDialogs(desktop.app, 0);
  const ended = once(desktop.app.process(), 'exit');
  await chooseFromTray(desktop.app, '取次を終了');

  await ended;
});

/** Plays a page that would stay: Playwright itself answers what a page asks then, before Electron hears of it. */
async function holdPage(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [console] = BrowserWindow.getAllWindows();
    console?.on('close', (event) => {
      let goes = false;
      const unload = {
        preventDefault: () => {
          goes = true;
        },
      };
      console.webContents.emit('will-prevent-unload', unload);
      if (!goes) event.preventDefault();
    });
  });
}

test('what is written and not saved goes with the app only when that is meant', async ({ desktop }) => {
  const { app, page } = desktop;
  await page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));
  await holdPage(app);
  const stays = await recordDialogs(app, 1);
  await app.evaluate(({ app }) => setImmediate(() => app.quit()));
  await expect.poll(stays).toEqual([
    {
      message: '保存していない内容があります。終了すると消えます。',
      buttons: ['保存せずに終了する', '終了しない'],
    },
  ]);
  // Longer than a page that does not let go is waited for.
  await page.waitForTimeout(4_000);
  await expect(page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await recordDialogs(app, 0);
  const ended = once(app.process(), 'exit');

  await app.evaluate(({ app }) => setImmediate(() => app.quit()));

  await ended;
});

test('a console that does not respond is loaded anew when the agent wants that', async ({ desktop }) => {
  const { app, page } = desktop;
  await page.evaluate(() => globalThis.desktop.app.setLanguage('ja'));
  const asked = await recordDialogs(app, 0);

  const loaded = await app.evaluate(async ({ BrowserWindow }) => {
    const [console] = BrowserWindow.getAllWindows();
    const next = new Promise<void>((done) => console?.webContents.once('did-finish-load', () => done()));
    console?.emit('unresponsive');
    await next;
    return console?.webContents.getURL();
  });

  expect(loaded).toContain('/index.html');
  expect(await asked()).toEqual([{ message: '画面が応答していません。', buttons: ['読み込み直す', '待つ'] }]);
});

test('a computer that shuts down is not held up by a call', async ({ desktop }) => {
  await desktop.page.evaluate(() => globalThis.desktop.softphone.show({ kind: 'on-call', muted: false }));
  const ended = once(desktop.app.process(), 'exit');

  await desktop.app.evaluate(({ app, powerMonitor }) => {
    powerMonitor.emit('shutdown');
    setImmediate(() => app.quit());
  });

  await ended;
});
