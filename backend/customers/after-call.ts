import type { NextAction } from '../contract/calls.ts';
import type { CustomerStatus } from '../contract/customers.ts';
import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import { statusAfterCall } from '../contract/status-after-call.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { AuditStore, CallResultEntry } from './audit-store.ts';
import { nextWorkingMorning } from './calling-hours.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerRow, CustomerStore } from './customer-store.ts';
import type { DoNotCallStore, StoredBlock } from './do-not-call-store.ts';
import type { ReminderStore } from './reminder-store.ts';

/** A call's result as it is now. */
type CallOutcome = Omit<FinishedCall, 'endedAt'>;

/** A call that is over, with the result it has now. */
export interface FinishedCall {
  readonly callId: CallId;
  readonly customerId: CustomerId;
  /** As dialled. */
  readonly phoneNumber: string;
  /** Who is reminded of what follows: the customer's owner, else who called. */
  readonly ownerId: AgentId | null;
  /** Who recorded the result; null when it is the AI's or follows from the course of the call. */
  readonly recordedBy: AgentId | null;
  readonly result: CallResult;
  readonly reason: ResultReason;
  readonly nextAction: NextAction | null;
  readonly note: string;
  readonly endedAt: Date;
}

interface AfterCallOptions {
  readonly database: Database;
  readonly customers: CustomerStore;
  readonly customerService: Pick<CustomerService, 'publish'>;
  readonly doNotCall: DoNotCallStore;
  readonly reminders: ReminderStore;
  readonly audit: AuditStore;
}

/** What a call's result means for its customer, in the caller's transaction. */
export interface AfterCall {
  /** The customer has refused just now: nobody calls this number again, whatever becomes of this call. */
  refused(call: CallOutcome, at: Date): void;
  /**
   * Status, reminder, do-not-call, audit and the event. Due when the call ends, and again when an agent records another result: then the
   * first is undone as if it had never been.
   */
  finished(call: FinishedCall): void;
}

export function createAfterCall(options: AfterCallOptions): AfterCall {
  const { database, customers, customerService, doNotCall, reminders, audit } = options;

  function updateStatus(call: CallOutcome, customer: CustomerRow, at: Date): void {
    const results = audit.callResults(customer.id);
    const status = isKnown(results, call) ? null : statusBy(results, { ...call, at }, customer.status);
    if (status === null) return;
    customers.setStatus(customer.id, status, at);
    audit.append({
      actorId: call.recordedBy,
      subject: 'customer',
      subjectId: customer.id,
      action: 'call-result',
      before: { status: customer.status },
      after: { status, callId: call.callId, result: call.result, at: at.toISOString() },
    });
  }

  function updateBlock(call: CallOutcome): void {
    const { phoneNumber, callId, recordedBy } = call;
    if (!changeBlock(call)) return;
    audit.append({
      actorId: recordedBy,
      subject: 'phone-number',
      subjectId: phoneNumber,
      action: call.result === 'rejected' ? 'blocked' : 'unblocked',
      before: null,
      after: { callId },
    });
    for (const other of customers.withNumber(phoneNumber)) {
      if (other.id !== call.customerId) customerService.publish(other.id);
    }
  }

  /** Only a person decides that a refusal was misread; and what was lifted since is not blocked for the same refusal again. */
  function changeBlock(call: CallOutcome): boolean {
    const { phoneNumber, callId, recordedBy } = call;
    // Withheld: there is nothing to block.
    if (phoneNumber === '') return false;
    if (call.result === 'rejected') {
      if (audit.hasLifted(phoneNumber, callId)) return false;
      return doNotCall.block({ phoneNumber, reason: blockReason(call), callId, addedBy: recordedBy });
    }
    return recordedBy !== null && doNotCall.liftMisread(phoneNumber, callId);
  }

  function updateReminders(call: FinishedCall, customer: CustomerRow): void {
    if (!isAnsweredLater(audit.callResults(customer.id), call)) reminders.reopen(customer.id, call.endedAt);
    reminders.withdraw(call.callId);
    if (call.result === 'rejected') reminders.completeAll(customer.id, call.endedAt);
    else if (!wasInVain(call)) reminders.completeDue(customer.id, call.endedAt);
    const dueAt = dueAtOf(call, customer);
    if (dueAt === null) return;
    const { customerId, ownerId: agentId, callId, note } = call;
    reminders.create({ customerId, agentId, callId, dueAt, note });
  }

  function update(call: CallOutcome, at: Date, further: (customer: CustomerRow) => void): void {
    database.transaction(() => {
      const customer = customers.find(call.customerId);
      if (customer === null) return;
      updateStatus(call, customer, at);
      updateBlock(call);
      further(customer);
      customerService.publish(customer.id);
    });
  }

  return {
    refused: (call, at) => update(call, at, () => {}),
    finished: (call) => update(call, call.endedAt, (customer) => updateReminders(call, customer)),
  };
}

/** The refusal was taken in when it was said, and nobody has decided anything since. */
function isKnown(results: readonly CallResultEntry[], { callId, result, recordedBy }: CallOutcome): boolean {
  const last = results.at(-1)?.after;
  return recordedBy === null && last?.callId === callId && last.result === result;
}

/** The customer's new status; null when the call has nothing to say about it, because a later one has spoken. */
function statusBy(
  results: readonly CallResultEntry[],
  { callId, result, at }: CallOutcome & { readonly at: Date },
  current: CustomerStatus,
): CustomerStatus | null {
  const first = results.find(({ after }) => after.callId === callId);
  if (first === undefined) return isOvertaken(results, at) ? null : statusAfterCall(current, result);
  if (results.at(-1)?.after.callId !== callId) return null;
  return statusAfterCall(first.before.status, result);
}

/** What came of a call may be confirmed when a later one is over already. */
function isOvertaken(results: readonly CallResultEntry[], at: Date): boolean {
  return results.some(({ after }) => after.at !== undefined && Date.parse(after.at) > at.getTime());
}

/** Another call has done since what this one may not have done. */
function isAnsweredLater(results: readonly CallResultEntry[], { callId }: CallOutcome): boolean {
  const first = results.findIndex(({ after }) => after.callId === callId);
  const others = results.slice(first + 1).filter(({ after }) => after.callId !== callId);
  const latest = new Map(others.map(({ after }) => [after.callId, after.result]));
  return [...latest.values()].some((result) => result !== 'failed' && result !== 'absent');
}

/** Nobody was reached, and nothing was arranged instead: what was promised for then is still to be done. */
function wasInVain({ result, nextAction }: FinishedCall): boolean {
  return result === 'failed' || (result === 'absent' && nextAction === null);
}

function blockReason({ reason }: CallOutcome): Exclude<StoredBlock['reason'], 'listed'> {
  return reason === 'rejection' || reason === 'do-not-call' ? reason : 'agent';
}

/** The time that was named; without one the next working morning, where somebody is to be called again (requirement 5.4). */
function dueAtOf({ result, nextAction, endedAt }: FinishedCall, { timeZone }: CustomerRow): Date | null {
  if (result === 'rejected' || nextAction?.kind === 'none') return null;
  if (nextAction?.at) return new Date(nextAction.at);
  const wanted = nextAction !== null || result === 'follow_up';
  return wanted ? nextWorkingMorning(endedAt, timeZone) : null;
}
