import type { Page } from '@playwright/test';
import { z } from 'zod';
import {
  type CallRecord,
  type CallSession,
  callRecordSchema,
  callSessionSchema,
  historyPageSchema,
} from '../../backend/contract/calls.ts';
import { type Customer, customerPageSchema, customerSchema } from '../../backend/contract/customers.ts';
import { callIdSchema, customerIdSchema } from '../../backend/contract/ids.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { changeAnswer } from './changed-answers.ts';

/** Where the console asks for what. */
export const paths = {
  calls: /\/api\/calls\/active$/,
  customers: /\/api\/customers\?/,
  history: /\/api\/calls\/history/,
  record: /\/api\/calls\/call_[^/]+$/,
  recordings: /\/api\/calls\/call_[^/]+\/recordings$/,
  sound: /\/recordings\/[^/]+\/sound/,
  customer: /\/api\/customers\/customer_[^/]+$/,
  timeline: /\/api\/customers\/customer_[^/]+\/timeline/,
} as const;

const activeCallsSchema = z.object({ calls: z.array(callSessionSchema) });

export const longCompany =
  '独立行政法人国際総合科学技術振興機構附属次世代エネルギー環境システム研究開発センター株式会社';
export const longPerson = 'アレクサンドラ・マクシミリアーノヴナ・ドストエフスカヤ＝ヴォロンツォーヴァ';
export const longText =
  'そうしますと、来月の第二週の火曜日の午後でしたら、部長の予定も空いておりますので、そのあたりで改めてお電話をいただけますと大変助かりますが、念のため前日までに一度メールで資料をお送りいただくことは可能でしょうか。'.repeat(
    3,
  );

/** Every list is empty. */
export async function answerEmpty(page: Page): Promise<void> {
  await changeAnswer(page, paths.calls, activeCallsSchema, () => ({ calls: [] }));
  await changeAnswer(page, paths.history, historyPageSchema, (page) => ({
    ...page,
    calls: [],
    next: null,
    total: 0,
  }));
  await changeAnswer(page, paths.customers, customerPageSchema, () => ({
    customers: [],
    total: 0,
    totalIs: 'exact' as const,
    next: null,
  }));
}

/** Names and sentences longer than anybody expects. */
export async function answerAtLength(page: Page): Promise<void> {
  await changeLists(page, 12, longCall, longCustomer);
  await changeAnswer(page, paths.record, callRecordSchema, ({ call, turns, handoffs }) => ({
    call: longCall(call),
    turns: turns.map((turn, index) => (index % 3 === 0 ? { ...turn, text: longText } : turn)),
    handoffs,
  }));
  await changeAnswer(page, paths.customer, customerSchema, longCustomer);
}

/** A thousand of everything. */
export async function answerMany(page: Page): Promise<void> {
  await changeLists(
    page,
    1_000,
    (call) => call,
    (customer) => customer,
  );
}

/** A conversation of a thousand turns. */
export async function answerManyTurns(page: Page): Promise<void> {
  await changeAnswer(page, paths.record, callRecordSchema, (record) => ({
    ...record,
    turns: repeated(record.turns, 1_000).map((turn, index) => ({
      ...turn,
      number: index + 1,
      at: secondsAfter(record, index * 4),
    })),
  }));
}

async function changeLists(
  page: Page,
  length: number,
  ofCall: (call: CallSession) => CallSession,
  ofCustomer: (customer: Customer) => Customer,
): Promise<void> {
  const calls = (known: readonly CallSession[]): CallSession[] =>
    repeated(known, length).map(callNumber).map(ofCall);
  await changeAnswer(page, paths.calls, activeCallsSchema, (answer) => ({ calls: calls(answer.calls) }));
  await changeAnswer(page, paths.history, historyPageSchema, (answer) => ({
    ...answer,
    calls: calls(answer.calls),
    next: null,
  }));
  await changeAnswer(page, paths.customers, customerPageSchema, (answer) => ({
    customers: repeated(answer.customers, length).map(customerNumber).map(ofCustomer),
    total: length,
    totalIs: 'exact' as const,
    next: null,
  }));
}

function longCall(call: CallSession): CallSession {
  const customer = { ...call.customer, company: longCompany, person: longPerson, department: longCompany };
  const lastTurn = call.lastTurn === null ? null : { ...call.lastTurn, text: longText };
  return { ...call, customer, lastTurn, owner: call.owner && { ...call.owner, name: longPerson } };
}

function longCustomer(customer: Customer): Customer {
  return { ...customer, company: longCompany, person: longPerson, department: longCompany };
}

function repeated<One>(some: readonly One[], length: number): One[] {
  return Array.from({ length }, (_, index) => some[index % some.length]).filter((one) => one !== undefined);
}

function callNumber(call: CallSession, number: number): CallSession {
  const company = demoCustomers[number % demoCustomers.length]?.company ?? '';
  const id = callIdSchema.parse(`call_${String(number).padStart(20, '0')}`);
  return { ...call, id, customer: { ...call.customer, company } };
}

function customerNumber(customer: Customer, number: number): Customer {
  return { ...customer, id: customerIdSchema.parse(`customer_${String(number).padStart(20, '0')}`) };
}

function secondsAfter({ call }: CallRecord, seconds: number): string {
  return new Date(Date.parse(call.answeredAt ?? call.startedAt) + seconds * 1_000).toISOString();
}
