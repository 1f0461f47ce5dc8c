import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallId, type CustomerId, callIdSchema } from '../../../backend/contract/ids.ts';
import { createAfterCall, type FinishedCall } from '../../../backend/customers/after-call.ts';
import { createAuditStore } from '../../../backend/customers/audit-store.ts';
import { createCustomerService } from '../../../backend/customers/customer-service.ts';
import { type CustomerStore, createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { createDoNotCallStore, type DoNotCallStore } from '../../../backend/customers/do-not-call-store.ts';
import { createReminderStore, type ReminderStore } from '../../../backend/customers/reminder-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { createEventLogStore, type EventReader } from '../../../backend/journal/event-log-store.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { insertCustomer } from './customer-fixture.ts';

const phoneNumber = '+81300010001';
const endedAt = new Date('2026-11-24T06:00:00Z');
const firstCall: CallId = callIdSchema.parse('call_00000000000000000001');
const secondCall: CallId = callIdSchema.parse('call_00000000000000000002');

let database: Database;
let customers: CustomerStore;
let doNotCall: DoNotCallStore;
let reminders: ReminderStore;
let events: EventReader;
let afterCall: (call: FinishedCall) => void;
let customerId: CustomerId;

beforeEach(() => {
  database = openDatabase(':memory:');
  const clock = fixedClock('2026-11-24T06:00:00.000Z');
  customers = createCustomerStore(database);
  doNotCall = createDoNotCallStore(database, clock);
  reminders = createReminderStore({ database, ids: createIds(clock), clock });
  const log = createEventLogStore(database, clock);
  events = log;
  const customerService = createCustomerService({
    customers,
    reminders,
    events: log,
    nameOfAgent: () => '',
    callsOf: () => new Map(),
  });
  const auditStore = createAuditStore(database, clock);
  afterCall = createAfterCall({
    database,
    customers,
    customerService,
    doNotCall,
    reminders,
    audit: auditStore,
  });
  customerId = insertCustomer(database, { phoneNumber });
});

afterEach(() => database[Symbol.dispose]());

function ended(changes: Partial<FinishedCall>): FinishedCall {
  return {
    callId: firstCall,
    customerId,
    phoneNumber,
    ownerId: null,
    recordedBy: null,
    result: 'follow_up',
    reason: 'callback',
    nextAction: null,
    note: '',
    endedAt,
    ...changes,
  };
}

function status(): string | undefined {
  return customers.find(customerId)?.status;
}

function remindedAt(): string | undefined {
  return reminders.nextOf([customerId]).get(customerId)?.toISOString();
}

describe('afterCall', () => {
  it.each([
    ['success', 'won'],
    ['absent', 'absent'],
    ['rejected', 'rejected'],
    ['follow_up', 'follow-up'],
    ['failed', 'in-progress'],
  ] as const)('turns the result %s into the status %s', (result, expected) => {
    afterCall(ended({ result }));

    expect(status()).toBe(expected);
  });

  it('learns nothing from a call that failed, when there was a status', () => {
    afterCall(ended({ result: 'absent', callId: firstCall }));
    afterCall(ended({ result: 'failed', callId: secondCall }));

    expect(status()).toBe('absent');
  });

  it('reminds at the time that was named', () => {
    const at = '2026-11-26T06:00:00.000Z';

    afterCall(ended({ nextAction: { kind: 'call-back', at } }));

    expect(remindedAt()).toBe(at);
  });

  it('reminds the next working morning when a follow-up has no time', () => {
    afterCall(ended({ nextAction: null }));

    expect(remindedAt()).toBe('2026-11-25T01:00:00.000Z');
  });

  it.each([
    ['nothing was planned', { nextAction: { kind: 'none', at: null } }],
    ['the customer refused', { result: 'rejected', nextAction: { kind: 'call-back', at: null } }],
    ['nobody was in', { result: 'absent' }],
  ] as const)('reminds of nothing when %s', (_why, changes) => {
    afterCall(ended(changes));

    expect(remindedAt()).toBeUndefined();
  });

  it('ticks off what was due when the customer was called again', () => {
    afterCall(ended({ nextAction: { kind: 'call-back', at: '2026-11-24T05:00:00.000Z' } }));

    afterCall(ended({ callId: secondCall, result: 'success' }));

    expect(remindedAt()).toBeUndefined();
  });

  it('blocks the number of a customer who refused, for the whole company', () => {
    const sameNumber = insertCustomer(database, { phoneNumber });

    afterCall(ended({ result: 'rejected', reason: 'rejection' }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
    expect(customers.find(sameNumber)?.doNotCall).toBe(true);
    expect(told()).toEqual([sameNumber, customerId]);
  });

  it('takes back what an agent says was misread', () => {
    afterCall(ended({ result: 'rejected', reason: 'rejection' }));

    afterCall(ended({ result: 'success' }));

    expect([doNotCall.isBlocked(phoneNumber), status()]).toEqual([false, 'won']);
  });

  it('keeps the block of a customer who forbade calls in words', () => {
    afterCall(ended({ result: 'rejected', reason: 'do-not-call' }));

    afterCall(ended({ result: 'follow_up' }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it('keeps a block that another call led to', () => {
    afterCall(ended({ result: 'rejected', reason: 'rejection' }));

    afterCall(ended({ callId: secondCall, result: 'follow_up' }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it('starts from the status before the call when its result is corrected', () => {
    afterCall(ended({ result: 'absent', callId: firstCall }));
    afterCall(ended({ result: 'rejected', callId: secondCall }));

    afterCall(ended({ result: 'failed', callId: secondCall }));

    expect(status()).toBe('absent');
  });

  it('leaves the status to the later call when an earlier result is corrected', () => {
    afterCall(ended({ result: 'absent', callId: firstCall }));
    afterCall(ended({ result: 'success', callId: secondCall }));

    afterCall(ended({ result: 'follow_up', callId: firstCall }));

    expect(status()).toBe('won');
  });

  it('replaces the reminder when the result is recorded again', () => {
    afterCall(ended({ nextAction: { kind: 'call-back', at: '2026-11-26T06:00:00.000Z' } }));

    afterCall(ended({ nextAction: { kind: 'visit', at: '2026-11-27T06:00:00.000Z' } }));

    expect(remindedAt()).toBe('2026-11-27T06:00:00.000Z');
  });

  it('leaves a record that nobody can change', () => {
    afterCall(ended({ result: 'absent' }));

    expect(database.query.select().from(audit).all()).toMatchObject([
      { action: 'call-result', before: { status: 'new' }, after: { status: 'absent', callId: firstCall } },
    ]);
    expect(() => database.query.delete(audit).run()).toThrow();
  });
});

function told(): CustomerId[] {
  return events
    .after(0, 100)
    .flatMap(({ event }) => (event.type === 'customer-updated' ? [event.customer.id] : []));
}
