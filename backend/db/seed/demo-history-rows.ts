import type { CustomerId } from '../../contract/ids.ts';
import { createAfterCall, type FinishedCall } from '../../customers/after-call.ts';
import { createAuditStore } from '../../customers/audit-store.ts';
import { createCustomerStore } from '../../customers/customer-store.ts';
import { createDoNotCallStore } from '../../customers/do-not-call-store.ts';
import { createReminderStore } from '../../customers/reminder-store.ts';
import { createTimerStore } from '../../journal/timer-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createIds } from '../../kernel/ids.ts';
import type { Database } from '../database.ts';
import { calls, legs, turns } from '../schema/calls.ts';
import { handoffs, offers } from '../schema/handoffs.ts';
import type { DemoCall, DemoCallOptions } from './demo-call.ts';
import type { DemoCustomer } from './demo-customers.ts';
import { demoHistory } from './demo-history.ts';
import { seededRandom } from './random.ts';

interface DemoHistoryRowsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly agents: readonly DemoCallOptions['agent'][];
  readonly pastOf: ReadonlyMap<CustomerId, DemoCustomer['past']>;
}

/** Stores the last weeks' calls, each with what it means for its customer, as if it had been made then. */
export function insertDemoHistory({ database, clock, agents, pastOf }: DemoHistoryRowsOptions): void {
  const now = clock.now();
  const then = { at: now };
  const pastClock: Clock = { now: () => then.at };
  const ids = createIds(pastClock);
  const customers = createCustomerStore(database);
  const reminders = createReminderStore({
    database,
    timers: createTimerStore(database),
    ids,
    clock: pastClock,
  });
  const afterCall = createAfterCall({
    database,
    customers,
    customerService: { publish: () => undefined },
    doNotCall: createDoNotCallStore(database, pastClock),
    reminders,
    audit: createAuditStore(database, pastClock),
  });

  const called = [...pastOf].filter(([, past]) => past !== 'none');
  const history = demoHistory({
    agents,
    callable: () =>
      called.flatMap(([id, past]) => {
        const row = customers.find(id);
        return row === null ? [] : [{ row, past }];
      }),
    now,
    ids: (at) => {
      then.at = at;
      return ids;
    },
    random: seededRandom(7),
  });
  for (const played of history) {
    then.at = played.endedAt;
    insertCall(played, database);
    afterCall.finished(finishedCall(played));
  }
  for (const [id] of called) reminders.completeDue(id, now);
}

function insertCall({ call, legs: legRows, turns: turnRows, handoff }: DemoCall, { query }: Database): void {
  query.insert(calls).values(call).run();
  for (const leg of legRows) query.insert(legs).values(leg).run();
  for (const turn of turnRows) query.insert(turns).values(turn).run();
  if (!handoff) return;
  query.insert(handoffs).values(handoff.handoff).run();
  query.insert(offers).values(handoff.offer).run();
}

function finishedCall({ call, endedAt, result, reason }: DemoCall): FinishedCall {
  return {
    callId: call.id,
    customerId: call.customerId,
    phoneNumber: call.phoneNumber,
    ownerId: call.ownerId ?? null,
    recordedBy: call.resultConfirmedBy ?? null,
    result,
    reason,
    nextAction: call.nextAction ?? null,
    note: call.note ?? '',
    endedAt,
  };
}
