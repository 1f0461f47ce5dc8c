import { once } from 'node:events';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { DesktopBridge } from '../../../src-main/ipc/contract/bridges.ts';

declare global {
  /** Within `page.evaluate`: what the console sees as `window.desktop`. */
  var desktop: DesktopBridge;
}

export interface LaunchOptions {
  /** Origin of the backend to connect to. */
  readonly serverUrl: string;
  /** Folder for settings and browser data; the same one again is a restart of the same installation. */
  readonly userData: string;
  readonly args?: readonly string[];
  /** Beside this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Desktop {
  readonly app: ElectronApplication;
  /** The console. */
  readonly page: Page;
}

/** Starts the packaged app. Close with `app.close()`. */
export async function launchDesktop(options: LaunchOptions): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: desktopExecutable(),
    args: launchArguments(options),
    env: { ...ownEnvironment(), ...options.environment },
    // As the system and the app have it, not as Playwright would.
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page };
}

/** Ends the app, if it has not ended, also in the middle of a call, in which `app.close()` would wait for what the agent answers. */
export async function killDesktop(program: ReturnType<ElectronApplication['process']>): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** For starting the program a second time. */
export function desktopExecutable(): string {
  const executable = process.env['DESKTOP_EXECUTABLE'];
  if (executable === undefined) throw new Error('the set-up has packed no app');
  return executable;
}

export function launchArguments({ serverUrl, userData, args = [] }: LaunchOptions): string[] {
  return [
    // In a container, and for root, Chromium has no kernel sandbox to use.
    '--no-sandbox',
    '--lang=ja',
    '--use-fake-device-for-media-stream',
    `--user-data-dir=${userData}`,
    `--server=${serverUrl}`,
    ...args,
  ];
}
