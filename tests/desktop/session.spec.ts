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

test('a session is kept over a reload and gone after sign-out', async ({ desktop }) => {
  await store(desktop.page, token);

  await desktop.page.reload();
  const afterReload = await load(desktop.page);
  await desktop.page.evaluate(() => globalThis.desktop.session.clear());
  const afterSignOut = await load(desktop.page);

  expect(afterReload).toEqual({ kind: 'remembered', token });
  expect(afterSignOut.kind).not.toBe('remembered');
});

test('who signs in after somebody else finds nothing of theirs', async ({ desktop, launch }) => {
  await store(desktop.page, token);
  await desktop.page.evaluate(() => globalThis.desktop.session.clear());

  await store(desktop.page, 'of-the-next-agent');

  expect(await load(desktop.page)).toEqual({ kind: 'remembered', token: 'of-the-next-agent' });
  expect(filesWith(token, launch.userData)).toEqual([]);
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
