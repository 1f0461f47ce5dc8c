import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import { agentSettingsSchema } from '../../../backend/contract/agents.ts';
import { createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { turns } from '../../../backend/db/schema/calls.ts';
import { DemoDataBesideCarrier, refuseDemoData } from '../../../backend/db/seed/carrier-check.ts';
import { demoAccounts } from '../../../backend/db/seed/demo-accounts.ts';
import { demoSignIns, seedDemoData } from '../../../backend/db/seed/demo-data.ts';
import { customerPhoneNumber, personaAt, personaIds } from '../../../backend/simulator/personas/numbers.ts';
import { type Api, createApi, signIn } from '../../support/api.ts';
import { demoContents } from './demo-contents.ts';

let database: Database;
let api: Api;

beforeEach(() => {
  database = openDatabase(':memory:');
  api = createApi(database);
});

afterEach(() => database[Symbol.dispose]());

async function seed(): Promise<void> {
  await seedDemoData({ database, auth: api.auth, clock: api.clock, timeZone: 'Asia/Tokyo' });
}

const contents = () => demoContents(database);

describe('seedDemoData', () => {
  it('lets everybody sign in whom it names', async () => {
    await seed();

    const responses = await Promise.all(
      demoAccounts.map(({ email, password }) => signIn(api.app, email, password)),
    );

    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
    expect(demoSignIns(database)).toEqual(demoAccounts);
  });

  it('gives the agents everything that a first call needs, open round the clock', async () => {
    await seed();

    const agents = createAgentStore(database, 'Asia/Tokyo').all();

    for (const { settings } of agents) {
      expect(agentSettingsSchema.parse(settings).conversation).not.toBeNull();
      expect(settings.workingHours).toEqual(Array.from({ length: 7 }, () => ({ from: 0, to: 1_440 })));
    }
  });

  it('has forty customers: every persona, and the phone page', async () => {
    await seed();

    const numbers = contents().customers.map((customer) => customer.phoneNumber);
    const personas = new Set(numbers.map(personaAt));
    expect(numbers).toHaveLength(40);
    expect(new Set(numbers).size).toBe(40);
    expect(numbers).toContain(customerPhoneNumber);
    for (const persona of personaIds) expect(personas).toContain(persona);
  });

  it("gives every account the customer's phone to call", async () => {
    await seed();

    const phone = contents().customers.find(({ phoneNumber }) => phoneNumber === customerPhoneNumber);
    expect(phone).toMatchObject({ company: 'あなたの電話', ownerId: null });
  });

  it('leaves every persona a number that may be called', async () => {
    await seed();

    const { blocked } = contents();
    const callable = contents().customers.filter((customer) => !blocked.includes(customer.phoneNumber));
    const personas = new Set(callable.map((customer) => personaAt(customer.phoneNumber)));
    for (const persona of personaIds) expect(personas).toContain(persona);
    expect(blocked.length).toBeGreaterThan(0);
  });

  it('has some weeks of finished calls that hang together', async () => {
    await seed();

    const rows = contents();
    expect(rows.calls.length).toBeGreaterThan(50);
    for (const call of rows.calls) {
      expect(call.endedAt?.getTime()).toBeGreaterThan(call.startedAt.getTime());
      expect(call.endedAt?.getTime()).toBeLessThan(api.clock.now().getTime());
      expect(call.result).not.toBeNull();
    }
    for (const turn of rows.turns) expect(turn.text).not.toMatch(/[{}]/);
    expect(rows.handoffs.length).toBe(rows.offers.length);
    expect(new Set(rows.handoffs.map((handoff) => handoff.status))).toEqual(new Set(['connected', 'failed']));
  });

  it("follows each call's result into the customer's status", async () => {
    await seed();

    const { customers: rows, calls: made } = contents();
    const store = createCustomerStore(database);
    for (const { id } of rows) {
      const last = made.filter((call) => call.customerId === id).at(-1);
      const status = store.find(id)?.status;
      if (last === undefined) expect(status).toBe('new');
      if (last?.result === 'success') expect(status).toBe('in-progress');
    }
  });

  it('tells the same stories each time', async () => {
    await seed();
    const stories = contents().turns.map((turn) => turn.text);
    const other = openDatabase(':memory:');

    const { auth } = createApi(other);
    await seedDemoData({ database: other, auth, clock: api.clock, timeZone: 'Asia/Tokyo' });

    expect(
      other.query
        .select()
        .from(turns)
        .all()
        .map((turn) => turn.text),
    ).toEqual(stories);
    other[Symbol.dispose]();
  });

  it('touches nothing where somebody has an account', async () => {
    await api.auth.createAccount({
      email: 'owner@example.com',
      password: 'a password of mine',
      name: 'Owner',
      role: 'admin',
    });

    await seed();

    expect(contents().customers).toEqual([]);
    expect(demoSignIns(database)).toEqual([]);
  });
});

describe('refuseDemoData', () => {
  const twilio = {
    type: 'twilio',
    accountSid: '',
    authToken: '',
    apiKeySid: '',
    apiKeySecret: '',
    appSid: '',
    number: '',
  } as const;

  it('stops a start with real credentials beside demo accounts', async () => {
    await seed();

    expect(() => refuseDemoData(twilio, database)).toThrow(DemoDataBesideCarrier);
  });

  it('lets an empty database be', () => {
    expect(() => refuseDemoData(twilio, database)).not.toThrow();
  });

  it('lets demo data be while telephony is simulated', async () => {
    await seed();

    expect(() =>
      refuseDemoData({ type: 'simulated', url: null, port: 8788, speed: 1 }, database),
    ).not.toThrow();
  });
});
