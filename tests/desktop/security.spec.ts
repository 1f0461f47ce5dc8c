import { expect, type Page } from '@playwright/test';
import { alertPage } from './support/alert-window.ts';
import { test } from './support/desktop-test.ts';
import { showSignedIn } from './support/offers.ts';

/** The name of the error that the expression's promise rejects with; `none` when it does not. */
function errorOf(page: Page, expression: string): Promise<unknown> {
  return page.evaluate(`(${expression}).then(() => 'none', (error) => error.name)`);
}

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
    'server',
    'session',
    'settings',
    'shortcuts',
    'softphone',
    'updates',
    'windows',
  ]);
});

test('the page cannot be led elsewhere', async ({ desktop, server }) => {
  const before = desktop.page.url();

  await desktop.page.evaluate(`location.href = '${server.url}/elsewhere'`);
  await desktop.page.evaluate(`document.body.append(Object.assign(document.createElement('a'), {
    id: 'away', href: '${server.url}/elsewhere', textContent: 'away' }))`);
  await desktop.page.evaluate(`document.querySelector('#away').click()`);
  await desktop.page.evaluate(`location.assign('app://toritsugi/phone.html')`);
  // One more question to the server, so that a navigation before it would have been seen there.
  await desktop.page.evaluate((url) => fetch(`${url}/after`).then(({ status }) => status), server.url);

  expect(server.asked).toContain('/after');
  expect(server.asked).not.toContain('/elsewhere');
  expect(desktop.page.url()).toBe(before);
});

test('the page can open no window and embed no other page', async ({ desktop, server }) => {
  const opened = await desktop.page.evaluate(`window.open('${server.url}/window')`);
  await desktop.page.evaluate(`document.body.append(Object.assign(document.createElement('iframe'), {
    src: '${server.url}/frame' }))`);
  await desktop.page.evaluate(`document.body.append(Object.assign(document.createElement('webview'), {
    src: '${server.url}/webview' }))`);
  await desktop.page.evaluate((url) => fetch(`${url}/after`).then(({ status }) => status), server.url);

  expect(opened).toBeNull();
  expect(desktop.app.windows()).toHaveLength(1);
  expect(server.asked).not.toContain('/window');
  expect(server.asked).not.toContain('/frame');
  expect(server.asked).not.toContain('/webview');
});

test('the page connects to its server and nowhere else', async ({ desktop, server }) => {
  const { page } = desktop;
  const sameServerByAnotherName = server.url.replace('localhost', '127.0.0.1');

  expect(await errorOf(page, `fetch('${server.url}/api/session')`)).toBe('none');
  expect(await errorOf(page, `fetch('${sameServerByAnotherName}/other')`)).toBe('TypeError');
  expect(await errorOf(page, `fetch('file:///etc/hostname')`)).toBe('TypeError');
  expect(server.asked).not.toContain('/other');
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

test('the protocol serves the console, and no other file of the app', async ({ desktop }) => {
  const status = (path: string): Promise<unknown> =>
    desktop.page.evaluate(`fetch('app://toritsugi/${path}').then(({ status }) => status)`);

  expect(await status('index.html')).toBe(200);
  expect(await status('..%2f..%2fpackage.json')).toBe(404);
  expect(await status('..%2fmain%2findex.js')).toBe(404);
  expect(await status('..%2f..%2f..%2f..%2f..%2f..%2fetc%2fhostname.html')).toBe(404);
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
  expect(await errorOf(page, 'navigator.mediaDevices.getDisplayMedia()')).not.toBe('none');
  expect(await state('geolocation')).toBe('denied');
  expect(await state('notifications')).toBe('denied');
  expect(await state('clipboard-read')).toBe('denied');
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
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

test('the alert window has its own few questions, no connection, and stays where it is', async ({
  desktop,
  server,
}) => {
  await showSignedIn(desktop.page);
  const alert = await alertPage(desktop.app);
  const before = alert.url();

  const found = await alert.evaluate(() =>
    ['desktop', 'alertWindow', 'process', 'require', 'ipcRenderer'].filter((name) => name in globalThis),
  );
  const reached = await errorOf(alert, `fetch('${server.url}/from-the-alert')`);
  await alert.evaluate(`location.assign('app://toritsugi/index.html')`);
  await desktop.page.evaluate(`location.assign('app://toritsugi/alert.html')`);
  await desktop.page.evaluate((url) => fetch(`${url}/after`).then(({ status }) => status), server.url);

  expect(found).toEqual(['alertWindow']);
  expect(await alert.evaluate(`Object.keys(alertWindow).sort()`)).toEqual([
    'accept',
    'decline',
    'drawn',
    'onChanged',
  ]);
  expect(reached).toBe('TypeError');
  expect(server.asked).not.toContain('/from-the-alert');
  expect(alert.url()).toBe(before);
  expect(desktop.page.url()).toContain('/index.html');
});

test('nothing is downloaded from elsewhere than the own server', async ({ desktop, server }) => {
  const elsewhere = server.url.replace('localhost', '127.0.0.1');
  const ended = desktop.app.evaluate(
    ({ session }) =>
      new Promise<boolean>((done) => {
        session.defaultSession.once('will-download', (event) => done(event.defaultPrevented));
      }),
  );

  await desktop.app.evaluate(({ session }, url) => {
    session.defaultSession.downloadURL(`${url}/tool.exe`);
  }, elsewhere);

  expect(await ended).toBe(true);
});

test('a message that the contract does not know is refused', async ({ desktop }) => {
  // What a page could send that had broken out of its bridge: the app's own channel, with another name or another page's.
  const answers = await desktop.app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const handler = handlers instanceof Map ? handlers.get('toritsugi:request') : undefined;
    const senderFrame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    if (typeof handler !== 'function') return ['no handler'];
    const ask = (envelope: unknown, frame: unknown): Promise<string> =>
      handler({ senderFrame: frame }, envelope).then(() => 'accepted', String);
    return [
      await ask({ name: 'shell-open', body: '/' }, senderFrame),
      await ask({ name: 'alert-drawn', body: undefined }, senderFrame),
      await ask({ name: 'app-info', body: undefined }, null),
    ];
  });

  expect(answers[0]).toContain('refused: unknown-request');
  expect(answers[1]).toContain('refused: unknown-request');
  expect(answers[2]).toContain('refused: foreign-sender');
});
