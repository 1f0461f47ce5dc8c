import { test as base, expect, type TestInfo } from '@playwright/test';
import { type Desktop, killDesktop, type LaunchOptions, launchDesktop } from './launch-desktop.ts';
import { type StandInServer, startStandInServer } from './stand-in-server.ts';

interface DesktopFixtures {
  /** Folder of the Electron that the app was packed with. */
  readonly electron: string;
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

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  electron: async ({}, use, info) => {
    skipWithoutElectron(info);
    await use(process.env['DESKTOP_ELECTRON'] ?? '');
  },

  launch: async ({ server }, use, info) => {
    skipWithoutElectron(info);
    await use({ serverUrl: server.url, userData: info.outputPath('user-data') });
  },

  desktop: async ({ launch }, use) => {
    const desktop = await launchDesktop(launch);
    const program = desktop.app.process();
    // By then the console has told the main process that nobody is signed in, and will not speak in between.
    await expect(desktop.page.getByRole('button', { name: 'サインイン' })).toBeVisible();
    await use(desktop);
    await killDesktop(program);
  },
});

function skipWithoutElectron(info: TestInfo): void {
  const why = process.env['DESKTOP_SKIPPED'];
  info.skip(why !== undefined, why ?? '');
}
