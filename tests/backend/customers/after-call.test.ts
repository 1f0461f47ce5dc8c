import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentIdSchema, type CallId, type CustomerId, callIdSchema } from '../../../backend/contract/ids.ts';
import { type AfterCall, createAfterCall, type FinishedCall } from '../../../backend/customers/after-call.ts';
import { createAuditStore } from '../../../backend/customers/audit-store.ts';
import { createCustomerListStore } from '../../../backend/customers/customer-list-store.ts';
import { createCustomerPartsStore } from '../../../backend/customers/customer-parts-store.ts';
import { createCustomerService } from '../../../backend/customers/customer-service.ts';
import { type CustomerStore, createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { createDoNotCallStore, type DoNotCallStore } from '../../../backend/customers/do-not-call-store.ts';
import { createReminderStore, type ReminderStore } from '../../../backend/customers/reminder-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { createEventLogStore, type EventReader } from '../../../backend/journal/event-log-store.ts';
import { createTimerStore } from '../../../backend/journal/timer-store.ts';
import { createIds } from '../../../backend/kernel/ids.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { insertCustomer } from './customer-fixture.ts';

const phoneNumber = '+81300010001';
const agentId = agentIdSchema.parse('suzuki');
const endedAt = new Date('2026-11-24T06:00:00Z');
const later = new Date('2026-11-24T07:00:00Z');
const evenLater = new Date('2026-11-24T08:00:00Z');
const firstCall: CallId = callIdSchema.parse('call_00000000000000000001');
const secondCall: CallId = callIdSchema.parse('call_00000000000000000002');
const thirdCall: CallId = callIdSchema.parse('call_00000000000000000003');

let database: Database;
let customers: CustomerStore;
let doNotCall: DoNotCallStore;
let reminders: ReminderStore;
let events: EventReader;
let afterCall: AfterCall;
let customerId: CustomerId;

beforeEach(() => {
  database = openDatabase(':memory:');
  const clock = fixedClock('2026-11-24T06:00:00.000Z');
  customers = createCustomerStore(database);
  doNotCall = createDoNotCallStore(database, clock);
  reminders = createReminderStore({
    database,
    timers: createTimerStore(database),
    ids: createIds(clock),
    clock,
  });
  const log = createEventLogStore(database, clock);
  events = log;
  const customerService = createCustomerService({
    customers,
    list: createCustomerListStore(database),
    parts: createCustomerPartsStore(database),
    reminders,
    events: log,
    nameOfAgent: () => '',
    callsOf: () => new Map(),
    clock,
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

function auditEntries() {
  return database.query.select().from(audit).all();
}

function remindedAt(): string | undefined {
  return reminders.nextOf([customerId]).get(customerId)?.toISOString();
}

describe('afterCall', () => {
  it.each([
    ['success', 'in-progress'],
    ['absent', 'absent'],
    ['rejected', 'rejected'],
    ['follow_up', 'follow-up'],
    ['failed', 'in-progress'],
  ] as const)('turns the result %s into the status %s', (result, expected) => {
    afterCall.finished(ended({ result }));

    expect(status()).toBe(expected);
  });

  it('learns nothing from a call that failed, when there was a status', () => {
    afterCall.finished(ended({ result: 'absent', callId: firstCall }));
    afterCall.finished(ended({ result: 'failed', callId: secondCall }));

    expect(status()).toBe('absent');
  });

  it('reminds at the time that was named', () => {
    const at = '2026-11-26T06:00:00.000Z';

    afterCall.finished(ended({ nextAction: { kind: 'call-back', at } }));

    expect(remindedAt()).toBe(at);
  });

  it('reminds the next working morning when a follow-up has no time', () => {
    afterCall.finished(ended({ nextAction: null }));

    expect(remindedAt()).toBe('2026-11-25T01:00:00.000Z');
  });

  it.each([
    ['nothing was planned', { nextAction: { kind: 'none', at: null } }],
    ['the customer refused', { result: 'rejected', nextAction: { kind: 'call-back', at: null } }],
    ['nobody was in', { result: 'absent' }],
  ] as const)('reminds of nothing when %s', (_why, changes) => {
    afterCall.finished(ended(changes));

    expect(remindedAt()).toBeUndefined();
  });

  it('ticks off what was due when the customer was called again', () => {
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at: '2026-11-24T05:00:00.000Z' } }));

    afterCall.finished(ended({ callId: secondCall, result: 'success' }));

    expect(remindedAt()).toBeUndefined();
  });

  it('still reminds of what was promised when nobody was reached, until something else is arranged', () => {
    const promised = '2026-11-24T05:00:00.000Z';
    const arranged = '2026-11-26T06:00:00.000Z';
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at: promised } }));

    afterCall.finished(ended({ callId: secondCall, result: 'absent', reason: 'no-answer', endedAt: later }));
    const afterInVain = remindedAt();
    const nextAction = { kind: 'call-back', at: arranged } as const;
    afterCall.finished(ended({ callId: thirdCall, result: 'absent', nextAction, endedAt: evenLater }));

    expect(afterInVain).toBe(promised);
    expect(remindedAt()).toBe(arranged);
  });

  it('reminds of nothing any more, whatever an earlier call had arranged, when the customer refused', () => {
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at: '2026-11-26T06:00:00.000Z' } }));

    afterCall.finished(
      ended({ callId: secondCall, result: 'rejected', reason: 'rejection', endedAt: later }),
    );

    expect(remindedAt()).toBeUndefined();
  });

  it.each([
    ['success', '2026-11-24T05:00:00.000Z', 'failed'],
    ['rejected', '2026-11-26T06:00:00.000Z', 'success'],
  ] as const)('reminds again of what %s had ticked off when that is corrected', (result, at, corrected) => {
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at } }));
    afterCall.finished(ended({ callId: secondCall, result, endedAt: later }));

    afterCall.finished(ended({ callId: secondCall, result: corrected, endedAt: later, recordedBy: agentId }));

    expect(remindedAt()).toBe(at);
  });

  it('reminds of nothing again that a later call has done since', () => {
    const at = '2026-11-24T05:00:00.000Z';
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at } }));
    afterCall.finished(ended({ callId: secondCall, result: 'success', endedAt: later }));
    afterCall.finished(ended({ callId: thirdCall, result: 'success', endedAt: evenLater }));

    afterCall.finished(ended({ callId: secondCall, result: 'failed', endedAt: later, recordedBy: agentId }));

    expect(remindedAt()).toBeUndefined();
  });

  it('blocks the number of a customer who refused, for the whole company', () => {
    const sameNumber = insertCustomer(database, { phoneNumber });

    afterCall.finished(ended({ result: 'rejected', reason: 'rejection' }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
    expect(customers.find(sameNumber)?.doNotCall).toBe(true);
    expect(told()).toEqual([sameNumber, customerId]);
  });

  it('takes back what an agent says was misread', () => {
    afterCall.finished(ended({ result: 'rejected', reason: 'rejection' }));

    afterCall.finished(ended({ result: 'success', recordedBy: agentId }));

    expect([doNotCall.isBlocked(phoneNumber), status()]).toEqual([false, 'in-progress']);
  });

  it('leaves it to a person to say that a refusal was misread', () => {
    afterCall.refused(ended({ result: 'rejected', reason: 'rejection' }), endedAt);

    afterCall.finished(ended({ result: 'success', reason: 'talked' }));

    expect([doNotCall.isBlocked(phoneNumber), status()]).toEqual([true, 'in-progress']);
  });

  it('takes a refusal in when it is said, and at the end of the call nothing more', () => {
    afterCall.refused(ended({ result: 'rejected', reason: 'do-not-call' }), endedAt);
    const taken = [doNotCall.find(phoneNumber), status(), auditEntries()];

    afterCall.finished(ended({ result: 'rejected', reason: 'do-not-call' }));

    expect(taken[1]).toBe('rejected');
    expect([doNotCall.find(phoneNumber), status(), auditEntries()]).toEqual(taken);
    expect(auditEntries().map(({ action }) => action)).toEqual(['call-result', 'blocked']);
  });

  it('keeps the block of a customer who forbade calls in words', () => {
    afterCall.finished(ended({ result: 'rejected', reason: 'do-not-call' }));

    afterCall.finished(ended({ result: 'follow_up', recordedBy: agentId }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it.each([
    ['rejection', firstCall, false],
    ['rejection', secondCall, true],
    ['do-not-call', firstCall, true],
  ] as const)('knows which blocks outlast a call: %s', (reason, callId, outlasts) => {
    afterCall.finished(ended({ result: 'rejected', reason }));

    expect(doNotCall.isBlockedBeyond(phoneNumber, callId)).toBe(outlasts);
  });

  it('keeps a block that another call led to', () => {
    afterCall.finished(ended({ result: 'rejected', reason: 'rejection' }));

    afterCall.finished(ended({ callId: secondCall, result: 'follow_up', recordedBy: agentId }));

    expect(doNotCall.isBlocked(phoneNumber)).toBe(true);
  });

  it('does not block a number again, once that was lifted, for the same refusal', () => {
    const rejected = ended({ result: 'rejected', reason: 'rejection' });
    afterCall.finished(rejected);
    doNotCall.lift(phoneNumber);
    createAuditStore(database, fixedClock()).append({
      actorId: null,
      subject: 'phone-number',
      subjectId: phoneNumber,
      action: 'unblocked',
      before: { callId: firstCall },
      after: null,
    });

    afterCall.finished(rejected);
    const afterSame = doNotCall.isBlocked(phoneNumber);
    afterCall.finished({ ...rejected, callId: secondCall });

    expect([afterSame, doNotCall.isBlocked(phoneNumber)]).toEqual([false, true]);
  });

  it('starts from the status before the call when its result is corrected', () => {
    afterCall.finished(ended({ result: 'absent', callId: firstCall }));
    afterCall.finished(ended({ result: 'rejected', callId: secondCall }));

    afterCall.finished(ended({ result: 'failed', callId: secondCall, recordedBy: agentId }));

    expect(status()).toBe('absent');
  });

  it('leaves the status to the later call when an earlier result is corrected', () => {
    afterCall.finished(ended({ result: 'absent', callId: firstCall }));
    afterCall.finished(ended({ result: 'success', callId: secondCall }));

    afterCall.finished(ended({ result: 'follow_up', callId: firstCall }));

    expect(status()).toBe('in-progress');
  });

  it('leaves the status to a call that ended later when an earlier result is confirmed at last', () => {
    afterCall.finished(ended({ result: 'absent', callId: secondCall, endedAt: later }));

    afterCall.finished(ended({ result: 'success', callId: firstCall, recordedBy: agentId }));

    expect(status()).toBe('absent');
  });

  it('does not take back from a customer who was won that they were', () => {
    customers.setStatus(customerId, 'won', endedAt);

    afterCall.finished(ended({ result: 'success' }));

    expect(status()).toBe('won');
  });

  it('replaces the reminder when the result is recorded again', () => {
    afterCall.finished(ended({ nextAction: { kind: 'call-back', at: '2026-11-26T06:00:00.000Z' } }));

    afterCall.finished(ended({ nextAction: { kind: 'visit', at: '2026-11-27T06:00:00.000Z' } }));

    expect(remindedAt()).toBe('2026-11-27T06:00:00.000Z');
  });

  it('leaves a record that nobody can change', () => {
    afterCall.finished(ended({ result: 'absent' }));

    expect(auditEntries()).toMatchObject([
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
