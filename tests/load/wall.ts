import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import { sampleProfile, sampleSession, sampleStatus } from '../src-renderer/support/samples.ts';
import { chromiumPath } from '../support/chromium-path.ts';
import { type PageTask, tasksDuring } from './page-tasks.ts';
import { playedAgents, playedCall, updated } from './played-calls.ts';
import { type PlayedConsole, playConsole } from './played-console.ts';

/**
 * `npm run bench:wall`: what the wall of calls costs a browser while each of 500 calls changes once a second, one event after the other;
 * beside it, in the same run, a bare page that parses the same events and writes the last words into thirty lines. Build first.
 */
const callCount = 500;
const agentCount = 50;
const rounds = 20;
/** Less script than this is an event that was noted down, more is the screen drawn anew. */
const redrawFromMs = 1;
/** The goals: no task over 50 ms, half of the updates within 8 ms of script, and no more rows than a screen shows with a margin. */
const longestTaskMs = 50;
const medianScriptMs = 8;
const mostRows = 100;
/** As events come in reality: a few at a time. */
const batch = 10;

/** Without any framework: what parsing the events and writing them down costs by itself. */
const bareWall = `(() => {
  const lines = Array.from({ length: 30 }, () => document.body.appendChild(document.createElement('p')));
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/api/realtime');
  socket.onmessage = ({ data }) => {
    const frame = JSON.parse(data);
    if (frame.type !== 'event') return;
    const { customer, status, lastTurn } = frame.event.call;
    lines[frame.sequence % lines.length].textContent = [status, customer.company, lastTurn.text].join(' ');
  };
})()`;

const begun = Date.now();
const admin = { id: 'admin', name: '佐々木 恵', email: 'admin@demo.example', role: 'admin' } as const;
const agents = playedAgents(agentCount);
const status = sampleStatus({ agentId: admin.id, name: admin.name, role: admin.role });
const profile: AgentProfile = {
  ...sampleProfile({ agentId: admin.id }),
  ...{ agentId: status.agentId, name: admin.name, email: admin.email, role: admin.role, status },
};
await using played = await playConsole({
  '/bare': () => null,
  '/api/session': () => ({ ...sampleSession(admin), telephony: { carrier: 'twilio' } }),
  '/api/agents/profile': () => profile,
  '/api/agents': () => ({ agents: [status, ...agents] }),
  '/api/calls/active': () => ({ calls: calls(0) }),
  '/api/calls/history': () => ({ calls: [], next: null }),
  '/api/offers': () => ({ offers: [] }),
  '/api/supervisions': () => ({ supervisions: [] }),
  '/api/queue': () => ({ waiting: [], longestSince: null }),
  '/api/agents/figures': () => ({ agents: [], calls: { dialled: 9, answered: 8, wanted: 7, connected: 6 } }),
});
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 1280, height: 800 } });

await page.goto(`${played.url}/bare`);
await page.evaluate(bareWall);
const bare = await measured(browser, page, played);

await page.goto(`${played.url}/#/wall`);
await page.getByText('500件', { exact: true }).waitFor();
await sendRounds(played, 0, 2);
const wall = await measured(browser, page, played);
const rows = await page.getByRole('list', { name: '全員の通話' }).getByRole('listitem').count();
const shown = await page.getByText(/ 2[0-9]」/).count();
await browser.close();

print('the wall', wall);
print('a bare page', bare);
console.log(
  `the wall of the bare page            ${(totalOf(wall) / totalOf(bare)).toFixed(1)} times the script`,
);
console.log(`rows in the page, of ${callCount} calls       ${rows}, ${shown} with words of the last round`);
for (const missed of missedGoals(wall, rows)) {
  console.log(`missed: ${missed}`);
  process.exitCode = 1;
}

/** Which of its goals (docs/performance.md) the wall has missed; empty when all is well. */
function missedGoals(tasks: readonly PageTask[], rowCount: number): readonly string[] {
  const redraws = tasks.filter(({ scriptMs }) => scriptMs >= redrawFromMs);
  const median = atShare(
    redraws.map(({ scriptMs }) => scriptMs),
    0.5,
  );
  const long = tasks.filter(({ ms }) => ms > longestTaskMs).length;
  return [
    ...(median <= medianScriptMs ? [] : [`median script of an update ${median.toFixed(2)} ms`]),
    ...(long === 0 ? [] : [`${long} tasks of more than ${longestTaskMs} ms`]),
    ...(rowCount > 0 && rowCount <= mostRows ? [] : [`${rowCount} rows in the page`]),
  ];
}

function calls(round: number) {
  return Array.from({ length: callCount }, (_, number) => playedCall(number, round, begun));
}

async function measured(
  chromium: Browser,
  watched: Page,
  server: PlayedConsole,
): Promise<readonly PageTask[]> {
  return tasksDuring(chromium, watched, () => sendRounds(server, 2, rounds));
}

/** Every call once a second, spread over it. */
async function sendRounds(server: PlayedConsole, first: number, count: number): Promise<void> {
  for (let round = first; round < first + count; round += 1) {
    const frames = calls(round).map((call, number) => updated(call, round * callCount + number + 1));
    const roundBegun = performance.now();
    for (let at = 0; at < callCount; at += batch) {
      server.send(frames.slice(at, at + batch));
      const due = roundBegun + ((at + batch) / callCount) * 1_000;
      await setTimeout(Math.max(0, due - performance.now()));
    }
  }
}

function print(name: string, tasks: readonly PageTask[]): void {
  const line = (what: string, figure: string): void =>
    console.log(`${`${name}: ${what}`.padEnd(37)}${figure}`);
  const script = tasks.map(({ scriptMs }) => scriptMs).filter((ms) => ms > 0);
  const redraws = tasks.filter(({ scriptMs }) => scriptMs >= redrawFromMs);
  line('script per task', spread(script));
  line(`of those from ${redrawFromMs} ms`, spread(redraws.map(({ scriptMs }) => scriptMs)));
  line('… of it, at work', spread(redraws.map(({ scriptWorkedMs }) => scriptWorkedMs)));
  line('longest task', longest(tasks.map(({ ms }) => ms)));
  line('… of it, at work', longest(tasks.map(({ workedMs }) => workedMs)));
  line('script in a second', `${(totalOf(tasks) / rounds).toFixed(0)} ms`);
}

function totalOf(tasks: readonly PageTask[]): number {
  return tasks.reduce((sum, { scriptMs }) => sum + scriptMs, 0);
}

function spread(figures: readonly number[]): string {
  const at = (share: number): string => `${atShare(figures, share).toFixed(2)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, of ${figures.length}`;
}

function atShare(figures: readonly number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)] ?? 0;
}

function longest(figures: readonly number[]): string {
  return `${Math.max(...figures).toFixed(1)} ms; over 50 ms: ${figures.filter((ms) => ms > 50).length}`;
}
