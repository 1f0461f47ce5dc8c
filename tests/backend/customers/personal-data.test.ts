import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallStore } from '../../../backend/calls/call-store.ts';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { type CallId, type CustomerId, callIdSchema } from '../../../backend/contract/ids.ts';
import { erasedCustomerSchema, personalDataSchema } from '../../../backend/contract/personal-data.ts';
import { calls, turns } from '../../../backend/db/schema/calls.ts';
import { audit, customers, doNotCall } from '../../../backend/db/schema/customers.ts';
import { insertCustomer } from './customer-fixture.ts';
import { type Desk, type DeskAgent, openDesk } from './desk.ts';

const company = 'アオバ精機株式会社';
const number = '+81300019876';
const words = '経理の高橋でございます';
const callId: CallId = callIdSchema.parse('call_00000000000000000001');

let desk: Desk;
let admin: DeskAgent;
let customerId: CustomerId;

beforeEach(async () => {
  desk = openDesk();
  admin = await desk.signedIn('admin', 'admin');
  customerId = insertCustomer(desk.database, {
    company,
    phoneNumber: number,
    person: '高橋',
    note: '高橋様は午後',
  });
  insertCall(desk, 'completed');
});

afterEach(() => desk[Symbol.asyncDispose]());

function insertCall({ database, clock }: Desk, status: 'completed' | 'ringing'): void {
  const now = clock.now();
  const row = { mode: 'ai', status, customerId, phoneNumber: number, conferenceName: 'random' } as const;
  createCallStore(database).insert({ ...row, id: callId, ownerId: null, startedAt: now });
  if (status === 'ringing') return;
  database.query.update(calls).set({ endedAt: now, result: 'success', note: '高橋様と話した' }).run();
  const turn = { callId, number: 1, speaker: 'customer', text: words, at: now } as const;
  database.query.insert(turns).values(turn).run();
}

function erase(name = company) {
  return admin.request('POST', `/api/customers/${customerId}/erasure`, { name, reason: '本人の希望' });
}

/** Whether anything of it is left in these tables. */
function left(text: string): boolean {
  const { query } = desk.database;
  const tables = [customers, calls, turns, audit, doNotCall].map((table) => query.select().from(table).all());
  return JSON.stringify(tables).includes(text);
}

function actions(): readonly string[] {
  return desk.database.query
    .select()
    .from(audit)
    .all()
    .map(({ action }) => action);
}

describe('the export of personal data', () => {
  it('has everything that is held, and is in the audit log', async () => {
    const path = `/api/customers/${customerId}/personal-data`;

    const data = await admin.ask(personalDataSchema, 'GET', path);

    expect(data.customer).toMatchObject({ company, person: '高橋' });
    expect(data.transcript).toMatchObject([{ text: words }]);
    expect(data.calls).toMatchObject([{ id: callId, note: '高橋様と話した' }]);
    expect(actions()).toContain('personal-data-exported');
  });
});

describe('the export of a list of customers', () => {
  it('is in the audit log, with who took it', async () => {
    await (await admin.request('GET', '/api/customers/export?format=csv&language=ja')).text();

    const entries = desk.database.query.select().from(audit).all();

    expect(entries).toMatchObject([{ action: 'exported', actorId: admin.agentId }]);
  });
});

describe('the erasure of a customer', () => {
  it('leaves nothing that tells who it was, and the figures as they were', async () => {
    const edit = { basedOn: 1, changes: { person: '高橋 部長' } };
    await admin.request('PUT', `/api/customers/${customerId}`, edit);

    const counts = erasedCustomerSchema.parse(await (await erase()).json());

    expect(counts).toEqual({ calls: 1, recordings: 0, keptNumbers: 0 });
    expect([company, number, '高橋', words].filter(left)).toEqual([]);
    expect(desk.database.query.select().from(calls).all()).toMatchObject([{ id: callId, result: 'success' }]);
  });

  it('keeps in the audit log that things happened, when and by whom, and not what they were', async () => {
    const edit = { basedOn: 1, changes: { person: '高橋 部長' } };
    await admin.request('PUT', `/api/customers/${customerId}`, edit);
    const before = desk.database.query.select().from(audit).all();

    await erase();

    const after = desk.database.query.select().from(audit).all();
    const changed = after.find(({ action }) => action === 'changed');
    expect(changed).toMatchObject({
      actorId: admin.agentId,
      before: { erased: true },
      after: { erased: true },
    });
    expect(after.slice(0, before.length).map(({ at }) => at)).toEqual(before.map(({ at }) => at));
    expect(after.at(-1)).toMatchObject({ action: 'erased', after: { reason: '本人の希望', calls: 1 } });
  });

  it('keeps a number that nobody may call, and only the number', async () => {
    const block = {
      phoneNumber: number,
      reason: 'do-not-call',
      note: '高橋様より',
      addedAt: desk.clock.now(),
    } as const;
    desk.database.query.insert(doNotCall).values(block).run();

    const counts = erasedCustomerSchema.parse(await (await erase()).json());

    expect(counts.keptNumbers).toBe(1);
    expect(desk.database.query.select().from(doNotCall).all()).toMatchObject([
      { phoneNumber: number, note: '' },
    ]);
    expect(left('高橋')).toBe(false);
  });

  it('asks for the name, so that nobody erases another one', async () => {
    const answer = await erase('アオバ精機');

    expect(errorBodySchema.parse(await answer.json()).error.fields).toMatchObject([{ path: 'name' }]);
    expect(left(words)).toBe(true);
  });

  it('waits until a call is over', async () => {
    desk.database.query.update(calls).set({ endedAt: null, status: 'ringing' }).run();

    const answer = await erase();

    expect(errorBodySchema.parse(await answer.json()).error.code).toBe('call-in-progress');
    expect(left(words)).toBe(true);
  });

  it('is for admins', async () => {
    const agent = await desk.signedIn('agent', 'agent');

    const answers = [
      await agent.request('GET', `/api/customers/${customerId}/personal-data`),
      await agent.request('POST', `/api/customers/${customerId}/erasure`, { name: company, reason: 'x' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});

describe('the audit log', () => {
  it.each([
    ['rewritten', { after: { company: '別の会社' } }],
    ['given to somebody else', { actorId: null, after: { erased: true } }],
    ['called something else', { action: 'added' }],
  ])('cannot be %s', async (_what, change) => {
    const edit = { basedOn: 1, changes: { person: '高橋 部長' } };
    await admin.request('PUT', `/api/customers/${customerId}`, edit);

    expect(() => desk.database.query.update(audit).set(change).run()).toThrow('append only');
    expect(() => desk.database.query.delete(audit).run()).toThrow('append only');
  });
});
