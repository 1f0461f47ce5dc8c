import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { UpdateStatus } from '../../src-main/ipc/contract/app.ts';
import { test } from './support/desktop-test.ts';
import { type LaunchOptions, launchDesktop } from './support/launch-desktop.ts';
import { startUpdateFeed } from './support/update-feed.ts';

/** Looks for updates; resolves with every status that the page is told of until there is one of these kinds. */
function statusesUntil(page: Page, last: UpdateStatus['kind'][]): Promise<UpdateStatus[]> {
  return page.evaluate(
    (kinds) =>
      new Promise<UpdateStatus[]>((done) => {
        const told: UpdateStatus[] = [];
        globalThis.desktop.updates.onChanged((status) => {
          told.push(status);
          if (kinds.includes(status.kind)) done(told);
        });
        void globalThis.desktop.updates.check();
      }),
    last,
  );
}

/** As an AppImage is started, which alone of the Linux packages can replace itself without a password. */
function asAppImage(launch: LaunchOptions, feed: string): LaunchOptions {
  mkdirSync(launch.userData, { recursive: true });
  const file = join(launch.userData, 'Toritsugi.AppImage');
  writeFileSync(file, '');
  return {
    ...launch,
    args: [`--update-feed=${feed}`],
    environment: { APPIMAGE: file, XDG_CACHE_HOME: join(launch.userData, 'cache') },
  };
}

test('a newer version in the feed is found and told of', async ({ launch }) => {
  await using feed = await startUpdateFeed('9.9.9');
  const { app, page } = await launchDesktop(asAppImage(launch, feed.url));

  const told = await statusesUntil(page, ['ready', 'not-downloaded', 'failed']);

  expect(told).toContainEqual({ kind: 'checking' });
  expect(told).toContainEqual({ kind: 'available', version: '9.9.9' });
  await app.close();
});

test('a newer version that cannot be fetched stays known', async ({ launch }) => {
  await using feed = await startUpdateFeed('9.9.9');
  const { app, page } = await launchDesktop(asAppImage(launch, feed.url));

  const told = await statusesUntil(page, ['ready', 'not-downloaded', 'failed']);

  expect(told.at(-1)).toEqual({ kind: 'not-downloaded', version: '9.9.9' });
  await app.close();
  // What nobody caught is an error in the log.
  expect(readFileSync(join(launch.userData, 'logs', 'main.log'), 'utf8')).not.toContain('[error]');
});

test('an older version in the feed is none', async ({ launch }) => {
  await using feed = await startUpdateFeed('0.0.1');
  const { app, page } = await launchDesktop(asAppImage(launch, feed.url));

  const told = await statusesUntil(page, ['up-to-date', 'available', 'failed']);

  expect(told.at(-1)).toEqual({ kind: 'up-to-date' });
  await app.close();
});

test('a copy without a feed looks nowhere', async ({ desktop }) => {
  const status = await desktop.page.evaluate(() => globalThis.desktop.updates.check());

  expect(status).toEqual({ kind: 'off', why: 'no-feed' });
});

test('after an update the agent is told once what is new', async ({ launch }) => {
  mkdirSync(launch.userData, { recursive: true });
  writeFileSync(join(launch.userData, 'settings.json'), JSON.stringify({ newsRead: '0.0.9' }));
  const first = await launchDesktop(launch);
  const news = await first.page.evaluate(() => globalThis.desktop.news.get());
  await first.page.evaluate(() => globalThis.desktop.news.read());
  await first.app.close();

  const again = await launchDesktop(launch);

  expect(news).toMatchObject({ kind: 'updated', notes: expect.arrayContaining([expect.any(String)]) });
  expect(await again.page.evaluate(() => globalThis.desktop.news.get())).toEqual({ kind: 'nothing' });
  await again.app.close();
});
