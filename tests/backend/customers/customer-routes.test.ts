import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerPageSchema, customerSchema } from '../../../backend/contract/customers.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { createDoNotCallStore } from '../../../backend/customers/do-not-call-store.ts';
import { createReminderStore } from '../../../backend/customers/reminder-store.ts';
import { createTimerStore } from '../../../backend/journal/timer-store.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { insertCustomer } from './customer-fixture.ts';
import { type Desk, type DeskAgent, openDesk } from './desk.ts';

const callId = callIdSchema.parse('call_00000000000000000001');

let desk: Desk;
let suzuki: DeskAgent;

beforeEach(async () => {
  desk = openDesk();
  suzuki = await desk.signedIn('suzuki', 'agent');
});

afterEach(() => desk[Symbol.asyncDispose]());

async function page(query: string, who = suzuki) {
  return who.ask(customerPageSchema, 'GET', `/api/customers${query}`);
}

async function found(query: string, who = suzuki): Promise<string[]> {
  return (await page(query, who)).customers.map(({ company }) => company);
}

function remind(customerId: ReturnType<typeof insertCustomer>, dueAt: string): void {
  const { database, clock } = desk;
  createReminderStore({ database, timers: createTimerStore(database), ids: createIds(clock), clock }).create({
    customerId,
    agentId: null,
    callId,
    dueAt: new Date(dueAt),
    note: '',
  });
}

describe('GET /api/customers', () => {
  it('lists them in the order of their reading', async () => {
    insertCustomer(desk.database, { company: '山田商事', companyKana: 'ヤマダショウジ' });
    insertCustomer(desk.database, { company: '青木製作所', companyKana: 'アオキセイサクショ' });

    expect(await found('')).toEqual(['青木製作所', '山田商事']);
  });

  it.each([
    'みなと',
    'ミナト',
    'ﾐﾅﾄ',
    'ミナト工業',
    '工',
    '佐藤',
    '佐藤健一',
    '佐藤 ミナト',
    '03-0042-0007',
    '０３－００４２－０００７',
    '+81 3 0042 0007',
    '+81(0)3-0042-0007',
    '0420007',
    '030042',
  ])('finds a customer by %s', async (search) => {
    insertCustomer(desk.database, {
      company: 'ミナト工業',
      companyKana: 'ミナトコウギョウ',
      person: '佐藤 健一',
      phoneNumber: '+81300420007',
    });
    insertCustomer(desk.database, { company: '山田商事', companyKana: 'ヤマダショウジ' });

    expect(await found(`?search=${encodeURIComponent(search)}`)).toEqual(['ミナト工業']);
  });

  it('finds no part that lies across two fields', async () => {
    insertCustomer(desk.database, { company: '甲乙', companyKana: 'コウオツ', person: '丙丁' });

    expect(await found(`?search=${encodeURIComponent('乙コ')}`)).toEqual([]);
  });

  it('takes a percent sign for itself', async () => {
    insertCustomer(desk.database, { company: '100%ジュース' });
    insertCustomer(desk.database, { company: '100円市場' });

    expect(await found('?search=100%25')).toEqual(['100%ジュース']);
  });

  it.each(['"', "'", '*', 'NEAR(', 'a AND', '-', '()', '^', ':'])(
    'takes %s for what was typed',
    async (search) => {
      insertCustomer(desk.database);

      expect(await found(`?search=${encodeURIComponent(search)}`)).toEqual([]);
    },
  );

  it('keeps those of one status, of nobody, with a tag, blocked, or to be called by now', async () => {
    const due = insertCustomer(desk.database, { company: '予定あり', companyKana: '1' });
    remind(due, '2026-11-24T00:00:00Z');
    remind(insertCustomer(desk.database, { company: '来週', companyKana: '2' }), '2026-12-01T00:00:00Z');
    insertCustomer(desk.database, {
      company: '不在',
      companyKana: '3',
      status: 'absent',
      phoneNumber: '+81300019999',
    });
    createDoNotCallStore(desk.database, desk.clock).block({
      phoneNumber: '+81300019999',
      reason: 'rejection',
      callId,
      addedBy: null,
    });
    await suzuki.request('POST', '/api/customers', {
      company: '札付き',
      phoneNumber: '03-1234-5678',
      tags: ['展示会'],
    });

    expect(await found('?status=absent')).toEqual(['不在']);
    expect(await found('?owner=nobody')).toEqual(['予定あり', '来週', '不在']);
    expect(await found(`?owner=${suzuki.agentId}`)).toEqual(['札付き']);
    expect(await found(`?tag=${encodeURIComponent('展示会')}`)).toEqual(['札付き']);
    expect(await found('?blocked=yes')).toEqual(['不在']);
    expect(await found('?blocked=no&status=absent')).toEqual([]);
    expect(await found('?reminder=due')).toEqual(['予定あり']);
    expect(await found('?reminder=open')).toEqual(['予定あり', '来週']);
    expect(await found('?reminder=none')).toEqual(['不在', '札付き']);
  });

  it.each(['reading', 'status', 'newest', 'changed'])(
    'has each customer once over all pages by %s',
    async (sort) => {
      const names = Array.from({ length: 7 }, (_, at) => `会社${at}`);
      // The same reading and time: only the id tells them apart.
      for (const company of names) insertCustomer(desk.database, { company, companyKana: 'オナジ' });

      const read: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const answer = await page(`?limit=3&sort=${sort}${next === '' ? '' : `&after=${next}`}`);
        read.push(...answer.customers.map(({ company }) => company));
        next = answer.next;
      }

      expect(read.toSorted()).toEqual(names);
    },
  );

  it('refuses the cursor of another order', async () => {
    insertCustomer(desk.database);
    insertCustomer(desk.database);
    const { next } = await page('?limit=1');

    const response = await suzuki.request('GET', `/api/customers?sort=newest&after=${next}`);

    expect(await response.json()).toMatchObject({ error: { fields: [{ path: 'after' }] } });
  });

  it('says how many there are', async () => {
    for (let at = 0; at < 3; at += 1) insertCustomer(desk.database);

    expect(await page('?limit=2')).toMatchObject({ total: 3, totalIs: 'exact' });
  });

  it("shows agents their own and nobody's customers, and admins all", async () => {
    const tanaka = await desk.signedIn('tanaka', 'agent');
    const admin = await desk.signedIn('admin', 'admin');
    insertCustomer(desk.database, { company: '1', companyKana: '1', ownerId: suzuki.agentId });
    insertCustomer(desk.database, { company: '2', companyKana: '2', ownerId: tanaka.agentId });
    insertCustomer(desk.database, { company: '3', companyKana: '3' });

    expect(await found('')).toEqual(['1', '3']);
    expect(await found('', tanaka)).toEqual(['2', '3']);
    expect(await found('', admin)).toEqual(['1', '2', '3']);
  });

  it('refuses a page that is too long, and says which part is wrong', async () => {
    const response = await suzuki.request('GET', '/api/customers?limit=5000');

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'limit' }] },
    });
  });
});

describe('GET /api/customers/:customerId', () => {
  it('tells everything that the console shows', async () => {
    const id = insertCustomer(desk.database, { ownerId: suzuki.agentId, phoneNumber: '+81300010001' });
    createDoNotCallStore(desk.database, desk.clock).block({
      phoneNumber: '+81300010001',
      reason: 'rejection',
      callId,
      addedBy: null,
    });
    remind(id, '2026-12-01T01:00:00Z');

    const customer = await suzuki.ask(customerSchema, 'GET', `/api/customers/${id}`);

    expect(customer).toMatchObject({
      id,
      owner: { id: suzuki.agentId, name: 'suzuki' },
      doNotCall: true,
      activeCallId: null,
      lastCall: null,
      nextReminderAt: '2026-12-01T01:00:00.000Z',
      version: 1,
    });
  });

  it("does not tell whether a colleague's customer exists", async () => {
    const tanaka = await desk.signedIn('tanaka', 'agent');
    const id = insertCustomer(desk.database, { ownerId: tanaka.agentId });

    const responses = await Promise.all([
      suzuki.request('GET', `/api/customers/${id}`),
      suzuki.request('GET', '/api/customers/customer_zzzzzzzzzzzzzzzzzzzz'),
    ]);

    const [hidden, unknown] = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map((response) => response.status)).toEqual([404, 404]);
    expect(hidden).toBe(unknown);
  });
});
