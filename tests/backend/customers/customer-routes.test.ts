import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import {
  type Customer,
  type CustomerPage,
  customerPageSchema,
  customerSchema,
} from '../../../backend/contract/customers.ts';
import { type CustomerId, callIdSchema } from '../../../backend/contract/ids.ts';
import { customerRoutes } from '../../../backend/customers/customer-routes.ts';
import { type CustomerCalls, createCustomerService } from '../../../backend/customers/customer-service.ts';
import { createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { createDoNotCallStore } from '../../../backend/customers/do-not-call-store.ts';
import { createReminderStore } from '../../../backend/customers/reminder-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { createEventLogStore } from '../../../backend/journal/event-log-store.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { type Api, createApi, type SignedIn } from '../../support/api.ts';
import { insertCustomer } from './customer-fixture.ts';

let database: Database;
let api: Api;
let suzuki: SignedIn;
let calls: Map<CustomerId, CustomerCalls>;

beforeEach(async () => {
  database = openDatabase(':memory:');
  api = createApi(database);
  calls = new Map();
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const service = createCustomerService({
    customers: createCustomerStore(database),
    reminders: createReminderStore({ database, ids: createIds(api.clock), clock: api.clock }),
    events: createEventLogStore(database, api.clock),
    nameOfAgent: agents.nameOf,
    callsOf: () => calls,
  });
  api.app.route('/api/customers', customerRoutes(service));
  suzuki = await api.signedIn('suzuki', 'agent');
});

afterEach(() => database[Symbol.dispose]());

async function page(query: string, who = suzuki): Promise<CustomerPage> {
  return customerPageSchema.parse(await (await who.get(`/api/customers${query}`)).json());
}

async function found(query: string, who = suzuki): Promise<string[]> {
  const { customers } = await page(query, who);
  return customers.map((customer: Customer) => customer.company);
}

describe('GET /api/customers', () => {
  it('lists them in the order of their reading', async () => {
    insertCustomer(database, { company: '山田商事', companyKana: 'ヤマダショウジ' });
    insertCustomer(database, { company: '青木製作所', companyKana: 'アオキセイサクショ' });

    expect(await found('')).toEqual(['青木製作所', '山田商事']);
  });

  it.each(['みなと', 'ミナト', 'ミナト工業', '佐藤', '03-0042-0007', '0420007'])(
    'finds a customer by %s',
    async (search) => {
      insertCustomer(database, {
        company: 'ミナト工業',
        companyKana: 'ミナトコウギョウ',
        person: '佐藤 健一',
        phoneNumber: '+81300420007',
      });
      insertCustomer(database, { company: '山田商事', companyKana: 'ヤマダショウジ' });

      expect(await found(`?search=${encodeURIComponent(search)}`)).toEqual(['ミナト工業']);
    },
  );

  it('takes a percent sign for itself', async () => {
    insertCustomer(database, { company: '100%ジュース' });
    insertCustomer(database, { company: '100円市場' });

    expect(await found('?search=100%25')).toEqual(['100%ジュース']);
  });

  it('keeps those of one status', async () => {
    insertCustomer(database, { company: '甲', status: 'won' });
    insertCustomer(database, { company: '乙', status: 'absent' });

    expect(await found('?status=absent')).toEqual(['乙']);
  });

  it('pages, and counts them all', async () => {
    for (const company of ['一', '二', '三']) insertCustomer(database, { company, companyKana: company });

    const second = await page('?offset=2&limit=2');

    expect([second.customers.length, second.total]).toEqual([1, 3]);
  });

  it("shows agents their own and nobody's customers, and admins all", async () => {
    const tanaka = await api.signedIn('tanaka', 'agent');
    const admin = await api.signedIn('admin', 'admin');
    insertCustomer(database, { company: '1', companyKana: '1', ownerId: suzuki.agentId });
    insertCustomer(database, { company: '2', companyKana: '2', ownerId: tanaka.agentId });
    insertCustomer(database, { company: '3', companyKana: '3' });

    expect(await found('')).toEqual(['1', '3']);
    expect(await found('', tanaka)).toEqual(['2', '3']);
    expect(await found('', admin)).toEqual(['1', '2', '3']);
  });

  it('refuses a page that is too long, and says which part is wrong', async () => {
    const response = await suzuki.get('/api/customers?limit=5000');

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'limit' }] },
    });
  });
});

describe('GET /api/customers/:customerId', () => {
  it('tells everything that the console shows', async () => {
    const id = insertCustomer(database, { ownerId: suzuki.agentId, phoneNumber: '+81300010001' });
    const callId = callIdSchema.parse('call_00000000000000000001');
    createDoNotCallStore(database, api.clock).block({
      phoneNumber: '+81300010001',
      reason: 'rejection',
      callId,
      addedBy: null,
    });
    createReminderStore({ database, ids: createIds(api.clock), clock: api.clock }).create({
      customerId: id,
      agentId: null,
      callId,
      dueAt: new Date('2026-12-01T01:00:00Z'),
      note: '',
    });
    calls.set(id, {
      activeCallId: callId,
      lastCall: { at: new Date('2026-11-20T01:00:00Z'), result: 'absent' },
    });

    const customer = customerSchema.parse(await (await suzuki.get(`/api/customers/${id}`)).json());

    expect(customer).toMatchObject({
      id,
      owner: { id: suzuki.agentId, name: 'suzuki' },
      doNotCall: true,
      activeCallId: callId,
      lastCall: { at: '2026-11-20T01:00:00.000Z', result: 'absent' },
      nextReminderAt: '2026-12-01T01:00:00.000Z',
    });
  });

  it("does not tell whether a colleague's customer exists", async () => {
    const tanaka = await api.signedIn('tanaka', 'agent');
    const id = insertCustomer(database, { ownerId: tanaka.agentId });

    const responses = await Promise.all([
      suzuki.get(`/api/customers/${id}`),
      suzuki.get('/api/customers/customer_zzzzzzzzzzzzzzzzzzzz'),
    ]);

    const [hidden, unknown] = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map((response) => response.status)).toEqual([404, 404]);
    expect(hidden).toBe(unknown);
  });
});
