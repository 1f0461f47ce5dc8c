import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { alertPage } from '../desktop/support/alert-window.ts';
import { hideConsole } from '../desktop/support/console-window.ts';
import { desktopExecutable, launchArguments, launchDesktop } from '../desktop/support/launch-desktop.ts';
import { type ProcessTree, processTree } from '../desktop/support/process-tree.ts';
import setUp from '../desktop/support/set-up.ts';
import { startBuiltBackend } from '../support/built-backend.ts';
import { openConsole } from '../support/console-client.ts';
import { signIn } from '../support/main-job.ts';
import { holdCall, timeAlerts } from './desktop-calls.ts';
import { openFirstPage } from './first-page.ts';

/**
 * `npm run bench:desktop`: how long the desktop app takes from its start until an agent can type, what it uses while an agent waits and after
 * a day of calls, each accepted, talked and hung up, and how long after the server's offer the alert is on the screen. `-- --offers=20
 * --calls=20` makes and holds fewer than a day has. On Linux, with an Electron and a screen; build first.
 */
const starts = 5;
const idleSeconds = 30;
const { values } = parseArgs({
  options: { offers: { type: 'string', default: '200' }, calls: { type: 'string', default: '200' } },
});
const offers = Number(values.offers);
const calls = Number(values.calls);

const closeScreen = await setUp();
const why = process.env['DESKTOP_SKIPPED'];
if (why !== undefined) throw new Error(why);
const folder = mkdtempSync(join(tmpdir(), 'toritsugi-bench-'));
await using backend = await startBuiltBackend();

await measureStarts();
await measureWaiting();
rmSync(folder, { recursive: true, force: true });
closeScreen();

async function measureStarts(): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < starts; index += 1) times.push(await timeStart(join(folder, `start-${index}`)));
  console.log(`start until an agent can type      ${spread(times)}`);
}

/** An app that was never started before: later starts find their scripts compiled. */
async function timeStart(userData: string): Promise<number> {
  const begun = performance.now();
  const args = launchArguments({ serverUrl: backend.url, userData, args: ['--remote-debugging-port=0'] });
  const app = spawn(desktopExecutable(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  using page = await openFirstPage(await debuggerOf(app));
  await page.type('input[type=email]', 'suzuki@demo.example');
  const took = performance.now() - begun;
  const ended = once(app, 'exit');
  app.kill();
  await ended;
  return took;
}

async function debuggerOf(app: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of app.stderr ?? []) {
    said += String(chunk);
    const [, address] = /DevTools listening on (\S+)\s/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the app has ended');
}

async function measureWaiting(): Promise<void> {
  const { app, page } = await launchDesktop({ serverUrl: backend.url, userData: join(folder, 'waiting') });
  await signIn(page);
  await alertPage(app);
  await hideConsole(app);
  const tree = processTree(app.process().pid ?? 0);

  await setTimeout(10_000);
  const before = tree.processorSeconds();
  await setTimeout(idleSeconds * 1_000);
  const share = (tree.processorSeconds() - before) / idleSeconds;
  const memory = await usedMemory(app, tree);
  console.log(`processor while an agent waits     ${(share * 100).toFixed(2)} % of one core`);
  console.log(`memory while an agent waits        ${megabytes(memory)}`);

  await using agent = await openConsole(backend.url, demoAccounts[0]);
  await using admin = await openConsole(backend.url, demoAccounts[2]);
  const team = { app, page, agent, admin };
  console.log(`offer until the alert is shown     ${spread(await timeAlerts(team, offers))}`);
  await sayGrowth(`memory after ${offers} offers`, memory, () => usedMemory(app, tree));
  for (let held = 0; held < calls; held += 1) await holdCall(team);
  await sayGrowth(`memory after ${calls} calls talked`, memory, () => usedMemory(app, tree));
  await app.close();
}

async function sayGrowth(label: string, before: number, measure: () => Promise<number>): Promise<void> {
  await setTimeout(10_000);
  const now = await measure();
  console.log(`${label.padEnd(34)} ${megabytes(now)}, ${((now / before - 1) * 100).toFixed(1)} % more`);
}

/** Without what the pages have thrown away and not yet cleared. */
async function usedMemory(app: ElectronApplication, tree: ProcessTree): Promise<number> {
  for (const page of app.windows()) {
    const debug = await app.context().newCDPSession(page);
    await debug.send('HeapProfiler.collectGarbage');
    await debug.detach();
  }
  return tree.memory();
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`;
  return `p50 ${at(0.5)}   p95 ${at(0.95)}   of ${sorted.length}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
