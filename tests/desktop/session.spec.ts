import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RememberedSession, StoredSession } from '../../src-main/ipc/contract/session.ts';
import { startBuiltBackend } from '../support/built-backend.ts';
import { signIn } from '../support/main-job.ts';
import { test } from './support/desktop-test.ts';
import { openKeyring, reasonAgainstKeyring } from './support/keyring.ts';
import { launchDesktop } from './support/launch-desktop.ts';

const token = 'a-bearer-token-that-must-not-be-read';
const withoutKeyring = ['--password-store=basic'];
const withKeyring = ['--password-store=gnome-libsecret'];
const notRemembered = 'この端末では安全に保存できない';

function store(page: Page, text: string): Promise<StoredSession> {
  return page.evaluate((session) => globalThis.desktop.session.store(session), text);
}

function load(page: Page): Promise<RememberedSession> {
  return page.evaluate(() => globalThis.desktop.session.load());
}

/** Every file of the app's folder that holds the text readable. */
function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

test('with a keyring the agent is still signed in after a restart, and the session is nowhere in the clear', async ({
  launch,
}, info) => {
  const why = reasonAgainstKeyring();
  test.skip(why !== null, why ?? '');
  test.setTimeout(120_000);
  await using backend = await startBuiltBackend();
  await using keyring = await openKeyring(info.outputPath('keyring'));
  const options = { ...launch, ...keyring, serverUrl: backend.url, args: withKeyring };
  const first = await launchDesktop(options);
  await expect(first.page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await expect(first.page.getByText(notRemembered)).toBeHidden();
  await signIn(first.page);
  const session = await load(first.page);
  await first.app.close();

  const again = await launchDesktop(options);

  await expect(again.page.getByText('電話機は使えます')).toBeVisible();
  expect(session).toEqual({ kind: 'remembered', token: expect.any(String) });
  expect(await load(again.page)).toEqual(session);
  expect(session.kind === 'remembered' ? filesWith(session.token, launch.userData) : 'none').toEqual([]);
  await again.app.close();
});

test('a server address that leads nowhere can be mended in the app', async ({ launch }) => {
  await using backend = await startBuiltBackend();
  const { app, page } = await launchDesktop({ ...launch, serverUrl: 'https://nowhere.invalid' });

  await page.getByText('サーバー: https://nowhere.invalid').click();
  await page.getByRole('textbox', { name: 'サーバーのアドレス' }).fill(backend.url);
  await page.getByRole('button', { name: '変更する' }).click();

  await expect(page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await app.close();
});

test('without a keyring the agent is told, is asked again at each start, and nothing is stored', async ({
  launch,
}) => {
  const options = { ...launch, args: withoutKeyring };
  const first = await launchDesktop(options);
  await expect(first.page.getByText(notRemembered)).toBeVisible();

  const stored = await store(first.page, token);
  const whileItRuns = await load(first.page);
  await first.app.close();
  const again = await launchDesktop(options);

  expect(stored).toEqual({ kind: 'no-keyring' });
  expect(whileItRuns).toEqual({ kind: 'remembered', token });
  expect(await load(again.page)).toEqual({ kind: 'no-keyring' });
  await expect(again.page.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await expect(again.page.getByText(notRemembered)).toBeVisible();
  expect(filesWith(token, launch.userData)).toEqual([]);
  await again.app.close();
});

test('who has signed out is found neither after a reload, nor after a restart, nor by the next agent', async ({
  launch,
}, info) => {
  const why = reasonAgainstKeyring();
  test.skip(why !== null, why ?? '');
  test.setTimeout(120_000);
  await using keyring = await openKeyring(info.outputPath('keyring'));
  const options = { ...launch, ...keyring, args: withKeyring };
  const first = await launchDesktop(options);
  await store(first.page, token);
  await first.page.reload();
  const afterReload = await load(first.page);
  await first.app.close();

  const second = await launchDesktop(options);
  const afterRestart = await load(second.page);
  await second.page.evaluate(() => globalThis.desktop.session.clear());
  await second.page.reload();
  const afterSignOut = await load(second.page);
  await second.app.close();

  const third = await launchDesktop(options);
  const signedOutAndRestarted = await load(third.page);
  await store(third.page, 'of-the-next-agent');
  const ofTheNext = await load(third.page);
  await third.app.close();

  expect([afterReload, afterRestart]).toEqual([
    { kind: 'remembered', token },
    { kind: 'remembered', token },
  ]);
  expect([afterSignOut, signedOutAndRestarted]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  expect(ofTheNext).toEqual({ kind: 'remembered', token: 'of-the-next-agent' });
});

test('another server gets neither the session nor a connection before it is chosen', async ({
  desktop,
  server,
}) => {
  const other = 'http://127.0.0.1:9';
  await store(desktop.page, token);

  const refused = await desktop.page.evaluate(() => globalThis.desktop.server.set('http://calls.example'));
  const reloaded = desktop.page.waitForEvent('load');
  await desktop.page.evaluate((address) => void globalThis.desktop.server.set(address), other);
  await reloaded;

  expect(refused).toEqual({ kind: 'refused', problem: 'not-encrypted' });
  expect(await desktop.page.evaluate(() => globalThis.desktop.server.get())).toBe(other);
  expect((await load(desktop.page)).kind).not.toBe('remembered');
  const formerServer = await desktop.page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'reached',
        () => 'blocked',
      ),
    server.url,
  );
  expect(formerServer).toBe('blocked');
});
