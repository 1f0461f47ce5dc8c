import { setTimeout as after } from 'node:timers/promises';
import { historyPageSchema } from '../../backend/contract/calls.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { silentLog } from '../support/api.ts';
import { composedBackend } from '../support/composed-backend.ts';
import { commonPhrase, rarePhrase, uncommonPhrase } from '../support/large-dialogues.ts';
import { largeHistoryEnds } from '../support/large-history.ts';

/**
 * `npm run bench:history -- <file>`: how long the API takes for what people look at of a database that `npm run seed:large` made, asked
 * by an admin, one after the other; the table of docs/performance.md. The file gets an account more.
 */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('name a file that `npm run seed:large` made');
const times = 100;
const dayMs = 24 * 60 * 60 * 1_000;

await using backend = composedBackend({}, silentLog, openDatabase(path));
const admin = await backend.adminHeaders();

const questions: Readonly<Record<string, (index: number) => string>> = {
  'history, first page': () => history({}),
  'history, an agent’s successes of a quarter': (index) =>
    history({ agentId: agentAt(index), result: 'success', from: daysAgo(90 + index) }),
  'history, a campaign, handed over': (index) =>
    history({ campaignId: campaignAt(index), handedOver: 'yes' }),
  'history, longer than six minutes, a month': (index) =>
    history({ longerThan: '360', from: daysAgo(30 + index), to: daysAgo(index) }),
  'history, a customer’s name': (index) => history({ search: `第${index * 3}株式` }),
  'phrase, said in nearly every call': () => history({ phrase: commonPhrase }),
  'phrase, said in one call of 500': () => history({ phrase: uncommonPhrase.text }),
  'phrase, said in one call of 10,000': () => history({ phrase: rarePhrase.text }),
  'phrase, never said': (index) => history({ phrase: `第${index}倉庫の鍵` }),
  'phrase, said in one call of 500, of an agent’s successes': (index) =>
    history({ phrase: uncommonPhrase.text, agentId: agentAt(index), result: 'success' }),
  'phrase, said in nearly every call, of an agent’s successes of a quarter': (index) =>
    history({ phrase: commonPhrase, agentId: agentAt(index), result: 'success', from: daysAgo(90 + index) }),
  'customers, a part of a name': (index) => customers(`業第${index}`),
  'customers, a number': (index) => customers(`03-0000-${String(index * 7).padStart(4, '0')}`),
  'report, a month': (index) => report({ from: dayAgo(30 + index), to: dayAgo(index) }),
  'report, a year': (index) => report({ from: dayAgo(365 + index), to: dayAgo(index) }),
  'report, a year of an agent': (index) =>
    report({ from: dayAgo(365 + index), to: dayAgo(index), agentId: agentAt(index) }),
  'report, a year of an agent in a campaign': (index) =>
    report({
      from: dayAgo(365 + index),
      to: dayAgo(index),
      agentId: agentAt(index),
      campaignId: campaignAt(index),
    }),
};

console.log('| What | p50 | p95 |\n| --- | --- | --- |');
for (const [name, question] of Object.entries(questions)) {
  await measured(name, (index) => ask(question(index)));
}
let next = historyPageSchema.parse(await (await ask(history({}))).json()).next;
await measured('history, each next page', async () => {
  const response = await ask(history(next === null ? {} : { before: next }));
  next = historyPageSchema.parse(await response.clone().json()).next;
  return response;
});

async function measured(name: string, work: (index: number) => Promise<Response>): Promise<void> {
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const since = performance.now();
    const response = await work(index);
    await response.text();
    took.push(performance.now() - since);
    if (response.status !== 200) throw new Error(`${name}: ${response.status}`);
    await after(1);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(times * share)] ?? 0).toFixed(1)} ms`;
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} |`);
}

async function ask(path: string): Promise<Response> {
  return backend.app.request(path, { headers: admin });
}

function history(query: Readonly<Record<string, string>>): string {
  return `/api/calls/history?${new URLSearchParams({ limit: '50', ...query })}`;
}

function customers(search: string): string {
  return `/api/customers?${new URLSearchParams({ search, limit: '50' })}`;
}

function report(query: Readonly<Record<string, string>>): string {
  return `/api/reports?${new URLSearchParams(query)}`;
}

function agentAt(index: number): string {
  return `agent${String((index % 30) + 1).padStart(2, '0')}`;
}

function campaignAt(index: number): string {
  return `campaign_${String((index % 20) + 1).padStart(20, '0')}`;
}

function daysAgo(days: number): string {
  return new Date(largeHistoryEnds.getTime() - days * dayMs).toISOString();
}

function dayAgo(days: number): string {
  return daysAgo(days).slice(0, 10);
}
