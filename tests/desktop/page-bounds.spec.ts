import { expect } from '@playwright/test';
import { alertPage } from './support/alert-window.ts';
import { test } from './support/desktop-test.ts';
import { errorOf } from './support/error-of.ts';
import type { Desktop } from './support/launch-desktop.ts';
import { showSignedIn } from './support/offers.ts';

type ConfiningEvent = 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview';

/** Whether the app refuses what the console's page begins with this code: told by the event itself, so that nothing is missed by asking too early. */
async function refusal(
  { app, page }: Desktop,
  event: 'will-frame-navigate',
  attempt: string,
): Promise<unknown> {
  const heard = app.evaluate(
    ({ webContents }, asked) =>
      new Promise<boolean>((done) => {
        const [contents] = webContents.getAllWebContents();
        contents?.once(asked, ({ defaultPrevented }) => done(defaultPrevented));
      }),
    event,
  );
  // The listener is there before the next order of ours is carried out: both take the same way.
  await app.evaluate(() => undefined);
  await page.evaluate(`setTimeout(() => { ${attempt} })`);
  return heard;
}

test('the page cannot be led elsewhere', async ({ desktop, server }) => {
  const before = desktop.page.url();
  const attempts = [
    `location.href = '${server.url}/elsewhere'`,
    `document.body.append(Object.assign(document.createElement('a'), { id: 'away', href: '${server.url}/elsewhere' }));
     document.querySelector('#away').click()`,
    `location.assign('app://toritsugi/phone.html')`,
    `location.assign('app://toritsugi/alert.html')`,
  ];

  const refused: unknown[] = [];
  for (const attempt of attempts) refused.push(await refusal(desktop, 'will-frame-navigate', attempt));

  expect(refused).toEqual([true, true, true, true]);
  expect(server.asked).not.toContain('/elsewhere');
  expect(desktop.page.url()).toBe(before);
});

test('the page can open no window', async ({ desktop, server }) => {
  const opened = await desktop.page.evaluate(`window.open('${server.url}/window')`);
  await desktop.page.evaluate((url) => fetch(`${url}/after`).then(({ status }) => status), server.url);

  expect(opened).toBeNull();
  expect(desktop.app.windows()).toHaveLength(1);
  expect(server.asked).not.toContain('/window');
});

test('a window that somebody opened otherwise can embed nothing and be led nowhere either', async ({
  desktop,
  server,
}) => {
  // A page of none of our policies, in a window that allows what ours do not.
  const inOpenWindow = (event: ConfiningEvent, attempt: string): Promise<unknown> =>
    desktop.app.evaluate(
      async ({ BrowserWindow }, asked) => {
        const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
        await window.loadURL('data:text/html,<body>');
        const { webContents } = window;
        const refused = new Promise<boolean>((done) => {
          const hear = (told: { defaultPrevented: boolean }): void => done(told.defaultPrevented);
          if (asked.event === 'will-frame-navigate') webContents.once('will-frame-navigate', hear);
          else if (asked.event === 'will-redirect') webContents.once('will-redirect', hear);
          else webContents.once('will-attach-webview', hear);
        });
        if (asked.event === 'will-redirect') void webContents.loadURL(asked.attempt).catch(() => undefined);
        else void webContents.executeJavaScript(`${asked.attempt}; undefined`);
        const answer = await refused;
        window.destroy();
        return answer;
      },
      { event, attempt },
    );
  const embedded = (tag: string): string =>
    `document.body.append(Object.assign(document.createElement('${tag}'), { src: '${server.url}/${tag}' }))`;

  const refused = [
    await inOpenWindow('will-frame-navigate', embedded('iframe')),
    await inOpenWindow('will-attach-webview', embedded('webview')),
    await inOpenWindow('will-redirect', `${server.url}/redirect`),
  ];

  expect(refused).toEqual([true, true, true]);
  expect(server.asked).toContain('/redirect');
  for (const path of ['/iframe', '/webview', '/redirected']) expect(server.asked).not.toContain(path);
});

test('the page connects to its server and nowhere else', async ({ desktop, server }) => {
  const { page } = desktop;
  const sameServerByAnotherName = server.url.replace('localhost', '127.0.0.1');

  expect(await errorOf(page, `fetch('${server.url}/api/session')`)).toBe('none');
  expect(await errorOf(page, `fetch('${sameServerByAnotherName}/other')`)).toBe('TypeError');
  expect(await errorOf(page, `fetch('file:///etc/hostname')`)).toBe('TypeError');
  expect(server.asked).not.toContain('/other');
});

test('the protocol serves the console, and no other file of the app', async ({ desktop }) => {
  const status = (path: string): Promise<unknown> =>
    desktop.page.evaluate(`fetch('app://toritsugi/${path}').then(({ status }) => status)`);

  expect(await status('index.html')).toBe(200);
  expect(await status('..%2f..%2fpackage.json')).toBe(404);
  expect(await status('..%2fmain%2findex.js')).toBe(404);
  expect(await status('..%2f..%2f..%2f..%2f..%2f..%2fetc%2fhostname.html')).toBe(404);
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
  const left = desktop.app.evaluate(
    ({ webContents }) =>
      new Promise<boolean>((done) => {
        webContents
          .getAllWebContents()
          .find((contents) => contents.getURL().endsWith('/alert.html'))
          ?.once('will-frame-navigate', ({ defaultPrevented }) => done(!defaultPrevented));
      }),
  );
  await desktop.app.evaluate(() => undefined);
  await alert.evaluate(`setTimeout(() => location.assign('app://toritsugi/index.html'))`);
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
  expect(await left).toBe(false);
  expect(alert.url()).toBe(before);
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
