import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { customerImportSchema } from '../../backend/contract/customer-imports.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { type DeskAgent, openDesk } from '../backend/customers/desk.ts';

/**
 * `npm run bench:import`: a file of 100,000 customers, checked and taken while somebody searches; how long each takes, how much memory the
 * process has at most, and for how long it answered nobody.
 */
const rows = 100_000;
const path = '/api/customers/imports';

const folder = mkdtempSync(join(tmpdir(), 'toritsugi-bench-'));
await using desk = openDesk(openDatabase(join(folder, 'bench.db')));
const agent = await desk.signedIn('agent', 'agent');
const file = madeFile();
console.log(`${rows} rows, ${(file.length / 1_048_576).toFixed(1)} MB`);

let id = '';
await measured('upload', async () => {
  const response = await agent.upload(`${path}?fileName=bench.csv`, file);
  id = customerImportSchema.parse(await response.json()).id;
});
const { analysis } = await agent.ask(customerImportSchema, 'GET', `${path}/${id}`);
const settings = { hasHeader: true, columns: analysis?.guess, duplicates: 'skip', ownerId: null };
await measured('check', () => goneThrough(agent, 'check', settings));
await measured('import', () => goneThrough(agent, 'start'));
await measured('undo', () => goneThrough(agent, 'undo'));
rmSync(folder, { recursive: true });

function madeFile(): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const number = String(at).padStart(8, '0');
    return `株式会社見本${at},カブシキガイシャミホン${at},見本 太郎,総務部,03-${number.slice(0, 4)}-${number.slice(4)},info${at}@example.com,製造,展示会,メモ${at}`;
  });
  return `会社名,フリガナ,担当者,部署,電話番号,メール,業種,タグ,メモ\n${lines.join('\n')}\n`;
}

async function goneThrough(who: DeskAgent, verb: string, body?: unknown): Promise<void> {
  let { state, counts } = await who.ask(customerImportSchema, 'POST', `${path}/${id}/${verb}`, body);
  while (['checking', 'running', 'undoing'].includes(state)) {
    await after(50);
    ({ state, counts } = await who.ask(customerImportSchema, 'GET', `${path}/${id}`));
  }
  console.log(`  ${state}: ${JSON.stringify(counts)}`);
}

async function measured(name: string, work: () => Promise<void>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const asked: number[] = [];
  let peak = 0;
  let over = false;
  delay.enable();
  const watching = (async () => {
    while (!over) {
      const before = performance.now();
      await (await agent.request('GET', '/api/customers?search=%E8%A6%8B%E6%9C%AC&limit=50')).text();
      asked.push(performance.now() - before);
      peak = Math.max(peak, process.memoryUsage().rss);
      await after(200);
    }
  })();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  over = true;
  await watching;
  delay.disable();
  const p95 = asked.toSorted((a, b) => a - b)[Math.floor(asked.length * 0.95)] ?? 0;
  console.log(
    `${name.padEnd(7)} ${seconds.toFixed(1)} s   ${Math.round(rows / seconds)} rows/s   peak ${Math.round(peak / 1_048_576)} MB   longest block ${Math.round(delay.max / 1e6)} ms   search meanwhile p95 ${Math.round(p95)} ms`,
  );
}
