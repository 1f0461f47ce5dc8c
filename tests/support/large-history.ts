import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../backend/db/database.ts';
import { integerBetween, type Random, seededRandom } from '../../backend/db/seed/random.ts';
import { pairsOfAll } from '../../backend/kernel/overlapping-pairs.ts';
import { turnsOf } from './large-dialogues.ts';
import { insertAgent, insertCampaign } from './random-history.ts';

/** Two years of a team's work, the same for the same sizes. An eighth of the calls or so is handed over; a quarter is never answered. */
export interface LargeHistory {
  readonly path: string;
  readonly calls: number;
  readonly customers: number;
  readonly onProgress: (calls: number) => void;
}

export const largeHistoryEnds = new Date('2026-11-20T09:00:00.000Z');
const days = 730;
const dayMs = 24 * 60 * 60 * 1_000;
const agents = Array.from({ length: 30 }, (_, at) => `agent${String(at + 1).padStart(2, '0')}`);
const campaigns = 20;
const batch = 5_000;

/** Makes the file, which is not there yet. Quick, because nobody else reads it and a broken one is thrown away. */
export function seedLargeHistory({ path, calls, customers, onProgress }: LargeHistory): void {
  withPeople(path);
  const sqlite = new Sqlite(path);
  for (const pragma of [
    'journal_mode = DELETE',
    'journal_mode = OFF',
    'synchronous = OFF',
    'cache_size = -800000',
    'temp_store = MEMORY',
  ])
    sqlite.pragma(pragma);
  sqlite.function('search_pairs', { deterministic: true }, remembered(pairsOfAll));
  const random = seededRandom(20_261_123);
  const insert = insertsOf(sqlite);
  sqlite.transaction(() => {
    for (let number = 0; number < customers; number += 1) insert.customer(customerRow(random, number));
  })();
  for (let first = 0; first < calls; first += batch) {
    sqlite.transaction(() => {
      const end = Math.min(first + batch, calls);
      for (let number = first; number < end; number += 1)
        insertCall(insert, random, { number, startedAt: startOf(number / calls), customers });
    })();
    onProgress(Math.min(first + batch, calls));
  }
  sqlite.exec('analyze');
  sqlite.close();
}

function withPeople(path: string): void {
  using database = openDatabase(path);
  for (const agent of ['suzuki', ...agents]) insertAgent(database, agent);
  for (let number = 1; number <= campaigns; number += 1) insertCampaign(database, number);
}

type Row = readonly (string | number | null)[];
type Inserts = ReturnType<typeof insertsOf>;

function insertsOf(sqlite: Sqlite.Database) {
  const into = (table: string, columns: string) => {
    const values = columns.split(',').map(() => '?');
    const statement = sqlite.prepare(`insert into ${table} (${columns}) values (${values.join(',')})`);
    return (row: Row) => void statement.run(row);
  };
  return {
    customer: into(
      'customers',
      'id,company,company_kana,person,phone_number,owner_id,status,created_at,updated_at',
    ),
    call: into(
      'calls',
      'id,mode,direction,status,customer_id,phone_number,owner_id,speaks_for,campaign_id,conference_name,started_at,answered_at,ended_at,stage,result,result_reason',
    ),
    leg: into('legs', 'id,call_id,kind,via,label,agent_id,state,created_at,answered_at,joined_at,left_at'),
    turn: into('turns', 'call_id,number,speaker,text,confidence,intent,stage,at'),
    handoff: into(
      'handoffs',
      'id,call_id,urgency,requested_by,reason,status,agent_id,leg_id,requested_at,waiting_since,connected_at,ended_at',
    ),
  };
}

interface Planned {
  readonly number: number;
  readonly startedAt: number;
  readonly customers: number;
}

const outcomes = [
  ['success', 'talked', 8],
  ['absent', 'absent', 35],
  ['rejected', 'rejection', 30],
  ['follow_up', 'callback', 20],
  ['failed', 'hung-up-early', 7],
] as const;

function insertCall(insert: Inserts, random: Random, { number, startedAt, customers }: Planned): void {
  const id = idOf('call', number);
  const customer = integerBetween(random, 0, customers - 1);
  const owner = ownerOf(customer);
  const speaksFor = owner ?? oneOf(random, agents);
  const campaign = random() < 0.4 ? idOf('campaign', integerBetween(random, 1, campaigns)) : null;
  // A quarter is never answered, and the others have sixteen turns: twelve a call.
  const answeredAt = number % 4 === 3 ? null : startedAt + integerBetween(random, 4, 20) * 1_000;
  const [result, reason] = answeredAt === null ? (['absent', 'no-answer'] as const) : outcomeOf(random);
  const endedAt =
    answeredAt === null ? startedAt + 30_000 : answeredAt + integerBetween(random, 20, 400) * 1_000;
  const talked = answeredAt !== null && (result === 'success' || random() < 0.08);
  const status = result === 'failed' ? 'failed' : 'completed';
  const who = [idOf('customer', customer), phoneOf(customer), owner, speaksFor, campaign];
  const stage = talked ? 'person' : 'explained';
  insert.call([
    id,
    'ai',
    'outbound',
    status,
    ...who,
    id,
    startedAt,
    answeredAt,
    endedAt,
    stage,
    result,
    reason,
  ]);
  insert.leg([
    `${idOf('leg', number * 3)}`,
    id,
    'customer',
    'phone',
    'customer',
    null,
    'left',
    startedAt,
    answeredAt,
    answeredAt,
    endedAt,
  ]);
  if (answeredAt === null) return;
  insert.leg([
    `${idOf('leg', number * 3 + 1)}`,
    id,
    'ai',
    'application',
    'ai-1',
    null,
    'left',
    startedAt,
    startedAt,
    startedAt,
    endedAt,
  ]);
  turnsOf(random, { number, result, company: companyOf(customer) }).forEach(
    ({ speaker, text, intent, stage: at }, index) => {
      insert.turn([
        id,
        index + 1,
        speaker,
        text,
        speaker === 'customer' ? 0.9 : null,
        intent,
        at,
        answeredAt + index * 4_000,
      ]);
    },
  );
  if (talked) insertTalk(insert, random, { number, id, agent: speaksFor, answeredAt, endedAt });
}

interface Talk {
  readonly number: number;
  readonly id: string;
  readonly agent: string;
  readonly answeredAt: number;
  readonly endedAt: number;
}

function insertTalk(insert: Inserts, random: Random, { number, id, agent, answeredAt, endedAt }: Talk): void {
  const wantedAt = answeredAt + 10_000;
  const metAt = wantedAt + integerBetween(random, 1, 30) * 1_000;
  const leg = idOf('leg', number * 3 + 2);
  insert.leg([leg, id, 'agent', 'softphone', `agent-${leg}`, agent, 'left', wantedAt, metAt, metAt, endedAt]);
  const handoff = [idOf('handoff', number), id, 'connect', 'ai', 'interested', 'connected', agent, leg];
  insert.handoff([...handoff, wantedAt, wantedAt, metAt, endedAt]);
}

function customerRow(random: Random, customer: number): Row {
  const kana = `カブシキガイシャ${customer}`;
  const at = largeHistoryEnds.getTime() - integerBetween(random, 0, days) * dayMs;
  const status = oneOf(random, ['new', 'calling', 'follow_up', 'won', 'lost']);
  const person = `${oneOf(random, surnames)} ${oneOf(random, ['太郎', '花子', '一郎', '美咲'])}`;
  return [
    idOf('customer', customer),
    companyOf(customer),
    kana,
    person,
    phoneOf(customer),
    ownerOf(customer),
    status,
    at,
    at,
  ];
}

const places = ['札幌', '仙台', '東京', '横浜', '名古屋', '京都', '大阪', '神戸', '広島', '福岡'];
const trades = ['工業', '商事', '物流', '食品', '建設', '電機', '印刷', '化学', '不動産', '情報'];
const surnames = ['山田', '佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '中村', '小林', '加藤'];

function companyOf(customer: number): string {
  const [place, trade] = [places[customer % 10], trades[Math.floor(customer / 10) % 10]];
  return `${place}${trade}第${Math.floor(customer / 100)}株式会社`;
}

/** Of the block that is kept for stories: nobody has such a number. */
function phoneOf(customer: number): string {
  return `+8130${String(customer).padStart(8, '0')}`;
}

/** A tenth is nobody's. */
function ownerOf(customer: number): string | null {
  return customer % 10 === 9 ? null : (agents[customer % agents.length] ?? null);
}

function outcomeOf(random: Random): readonly [string, string] {
  let left = random() * 100;
  for (const [result, reason, weight] of outcomes) {
    left -= weight;
    if (left < 0) return [result, reason];
  }
  return ['failed', 'hung-up'];
}

/** Calls are numbered as they begin: evenly over the days, and on each from nine to six in Japan. */
function startOf(share: number): number {
  const day = Math.floor(share * days);
  const within = (share * days - day) * 9 * 60 * 60 * 1_000;
  return Math.floor(largeHistoryEnds.getTime() - 9 * 60 * 60 * 1_000 - (days - 1 - day) * dayMs + within);
}

function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[integerBetween(random, 0, items.length - 1)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

function idOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(20, '0')}`;
}

/** Most sentences are said often. */
function remembered(work: (text: string) => string): (text: unknown) => string {
  const known = new Map<string, string>();
  return (text) => {
    const asked = String(text);
    const before = known.get(asked);
    if (before !== undefined) return before;
    const made = work(asked);
    if (known.size < 100_000) known.set(asked, made);
    return made;
  };
}
