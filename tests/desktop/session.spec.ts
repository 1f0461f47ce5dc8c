import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desktop-test.ts';
import { launchDesktop } from './support/launch-desktop.ts';

const token = 'a-bearer-token-that-must-not-be-read';

/** Every file of the app's folder that holds the token as plain text. */
function filesWithToken(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(token));
}

test('a session outlives a restart where there is a keyring, and where there is none the agent is told', async ({
  desktop,
  launch,
}) => {
  const stored = await desktop.page.evaluate((text) => globalThis.desktop.session.store(text), token);
  await desktop.app.close();
  const again = await launchDesktop(launch);
  const loaded = await again.page.evaluate(() => globalThis.desktop.session.load());

  await expect(again.page.getByText('この端末では安全に保存できない')).toBeVisible({
    visible: loaded.kind === 'no-keyring',
  });
  expect([stored, loaded]).toEqual(
    stored.kind === 'stored'
      ? [{ kind: 'stored' }, { kind: 'remembered', token }]
      : [{ kind: 'no-keyring' }, { kind: 'no-keyring' }],
  );
  expect(filesWithToken(launch.userData)).toEqual([]);
  await again.app.close();
});

test('a session is kept over a reload and gone after sign-out', async ({ desktop }) => {
  await desktop.page.evaluate((text) => globalThis.desktop.session.store(text), token);

  await desktop.page.reload();
  const afterReload = await desktop.page.evaluate(() => globalThis.desktop.session.load());
  await desktop.page.evaluate(() => globalThis.desktop.session.clear());
  const afterSignOut = await desktop.page.evaluate(() => globalThis.desktop.session.load());

  expect(afterReload).toEqual({ kind: 'remembered', token });
  expect(afterSignOut.kind).not.toBe('remembered');
});

test('another server gets neither the session nor a connection before it is chosen', async ({
  desktop,
  server,
}) => {
  const other = 'http://127.0.0.1:9';
  await desktop.page.evaluate((text) => globalThis.desktop.session.store(text), token);

  const refused = await desktop.page.evaluate(() => globalThis.desktop.server.set('http://calls.example'));
  const reloaded = desktop.page.waitForEvent('load');
  await desktop.page.evaluate((address) => void globalThis.desktop.server.set(address), other);
  await reloaded;

  expect(refused).toEqual({ kind: 'refused', problem: 'not-encrypted' });
  expect(await desktop.page.evaluate(() => globalThis.desktop.server.get())).toBe(other);
  expect((await desktop.page.evaluate(() => globalThis.desktop.session.load())).kind).not.toBe('remembered');
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
