import { test as base, expect } from '@playwright/test';
import { type Desktop, type LaunchOptions, launchDesktop } from './launch-desktop.ts';
import { type StandInServer, startStandInServer } from './stand-in-server.ts';

interface DesktopFixtures {
  readonly server: StandInServer;
  /** How the app of this test is started. */
  readonly launch: LaunchOptions;
  /** The app, started for this test alone. */
  readonly desktop: Desktop;
}

/** A test of the packaged app in a real Electron; skipped, with the reason, where there is none. */
export const test = base.extend<DesktopFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  server: async ({}, use) => {
    await using server = await startStandInServer();
    await use(server);
  },

  launch: async ({ server }, use, info) => {
    const why = process.env['DESKTOP_SKIPPED'];
    info.skip(why !== undefined, why ?? '');
    await use({ serverUrl: server.url, userData: info.outputPath('user-data') });
  },

  desktop: async ({ launch }, use) => {
    const desktop = await launchDesktop(launch);
    // By then the console has told the main process that nobody is signed in, and will not speak in between.
    await expect(desktop.page.getByRole('button', { name: 'サインイン' })).toBeVisible();
    await use(desktop);
    await desktop.app.close();
  },
});
