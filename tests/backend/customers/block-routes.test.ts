import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import { blockSchema, customerSchema } from '../../../backend/contract/customers.ts';
import { type CustomerId, callIdSchema } from '../../../backend/contract/ids.ts';
import { createAuditStore } from '../../../backend/customers/audit-store.ts';
import { blockRoutes } from '../../../backend/customers/block-routes.ts';
import { createBlockService } from '../../../backend/customers/block-service.ts';
import { createCustomerListStore } from '../../../backend/customers/customer-list-store.ts';
import { createCustomerPartsStore } from '../../../backend/customers/customer-parts-store.ts';
import { createCustomerService } from '../../../backend/customers/customer-service.ts';
import { createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { createDoNotCallStore, type DoNotCallStore } from '../../../backend/customers/do-not-call-store.ts';
import { createReminderStore } from '../../../backend/customers/reminder-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { createEventLogStore, type EventReader } from '../../../backend/journal/event-log-store.ts';
import { createTimerStore } from '../../../backend/journal/timer-store.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { type Api, createApi, type SignedIn } from '../../support/api.ts';
import { insertCustomer } from './customer-fixture.ts';

const phoneNumber = '+81300010001';
const callId = callIdSchema.parse('call_00000000000000000001');

let database: Database;
let api: Api;
let events: EventReader;
let doNotCall: DoNotCallStore;
let isPlayed: boolean;
let suzuki: SignedIn;
let admin: SignedIn;
let customerId: CustomerId;

beforeEach(async () => {
  database = openDatabase(':memory:');
  api = createApi(database);
  isPlayed = false;
  const customers = createCustomerStore(database);
  const log = createEventLogStore(database, api.clock);
  events = log;
  doNotCall = createDoNotCallStore(database, api.clock);
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const customerService = createCustomerService({
    customers,
    list: createCustomerListStore(database),
    parts: createCustomerPartsStore(database),
    reminders: createReminderStore({
      database,
      timers: createTimerStore(database),
      ids: createIds(api.clock),
      clock: api.clock,
    }),
    events: log,
    nameOfAgent: agents.nameOf,
    callsOf: () => new Map(),
    clock: api.clock,
  });
  const blocks = createBlockService({
    database,
    customers,
    customerService,
    doNotCall,
    audit: createAuditStore(database, api.clock),
    nameOfAgent: agents.nameOf,
    isPlayed: () => isPlayed,
  });
  api.app.route('/api/customers', blockRoutes(blocks));
  suzuki = await api.signedIn('suzuki', 'agent');
  admin = await api.signedIn('admin', 'admin');
  customerId = insertCustomer(database, { phoneNumber });
});

afterEach(() => database[Symbol.dispose]());

function block(): void {
  doNotCall.block({ phoneNumber, reason: 'agent', callId, addedBy: suzuki.agentId });
}

async function lift(who: SignedIn, reason = '先方から連絡があった'): Promise<Response> {
  return who.send('POST', `/api/customers/${customerId}/block/lift`, { reason });
}

describe('GET /api/customers/:customerId/block', () => {
  it('tells why the number is blocked, since when, and who may lift that', async () => {
    block();

    const response = await suzuki.get(`/api/customers/${customerId}/block`);

    expect(blockSchema.parse(await response.json())).toEqual({
      reason: 'agent',
      note: '',
      since: api.clock.now().toISOString(),
      callId,
      addedBy: 'suzuki',
      liftableBy: 'admin',
    });
  });

  it('finds none at a customer who may be called', async () => {
    const response = await suzuki.get(`/api/customers/${customerId}/block`);

    expect(response.status).toBe(404);
  });

  it("does not tell of a colleague's customer", async () => {
    const tanaka = await api.signedIn('tanaka', 'agent');
    customerId = insertCustomer(database, { phoneNumber, ownerId: tanaka.agentId });
    block();

    const response = await suzuki.get(`/api/customers/${customerId}/block`);

    expect(response.status).toBe(404);
  });
});

describe('POST /api/customers/:customerId/block/lift', () => {
  it('lets the number be called again', async () => {
    block();

    const response = await lift(admin);

    expect(customerSchema.parse(await response.json())).toMatchObject({ id: customerId, doNotCall: false });
    expect(doNotCall.isBlocked(phoneNumber)).toBe(false);
  });

  it('keeps who lifted what for which reason, where nobody can change it', async () => {
    block();

    await lift(admin);

    expect(database.query.select().from(audit).all()).toMatchObject([
      {
        actorId: admin.agentId,
        subject: 'phone-number',
        subjectId: phoneNumber,
        action: 'unblocked',
        before: { reason: 'agent', callId, addedBy: suzuki.agentId, addedAt: api.clock.now().toISOString() },
        after: { reason: '先方から連絡があった' },
      },
    ]);
    expect(() => database.query.delete(audit).run()).toThrow();
  });

  it('tells every console of every customer with that number', async () => {
    const sameNumber = insertCustomer(database, { phoneNumber });
    block();

    await lift(admin);

    const told = events
      .after(0, 100)
      .flatMap(({ event }) => (event.type === 'customer-updated' ? [event.customer] : []));
    expect(told.map(({ id, doNotCall: blocked }) => [id, blocked])).toEqual([
      [customerId, false],
      [sameNumber, false],
    ]);
  });

  it('is not for agents', async () => {
    block();

    const response = await lift(suzuki);

    expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'not-allowed' } }]);
    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it('is for agents, too, where the number is one to practise with', async () => {
    isPlayed = true;
    block();

    const response = await lift(suzuki);

    expect(response.status).toBe(200);
    expect(doNotCall.isBlocked(phoneNumber)).toBe(false);
  });

  it.each(['', '   ', 'あ'.repeat(501)])('wants a reason that says something', async (reason) => {
    block();

    const response = await lift(admin, reason);

    expect(await response.json()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'reason' }] },
    });
    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it('says so when somebody else was faster', async () => {
    block();
    await lift(admin);

    const response = await lift(admin);

    expect(await response.json()).toMatchObject({ error: { code: 'changed-elsewhere' } });
    expect(database.query.select().from(audit).all()).toHaveLength(1);
  });
});
