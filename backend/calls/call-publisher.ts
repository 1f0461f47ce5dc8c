import { audienceOf } from '../auth/visibility.ts';
import type { CallSession } from '../contract/calls.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { CallRow, CallStore } from './call-store.ts';
import { type CallViewSources, viewCall, viewTurn } from './call-view.ts';
import type { InvolvementStore } from './involvement-store.ts';
import type { TurnRow } from './transcript-store.ts';

interface CallPublisherOptions {
  readonly database: Pick<Database, 'isInTransaction' | 'beforeCommit' | 'onRollback'>;
  readonly calls: CallStore;
  readonly views: CallViewSources;
  readonly events: EventLog;
  readonly involvement: InvolvementStore;
}

/** Tells the consoles, in the transaction of the change; and those who may not see the call any more, that they do not. */
export interface CallPublisher {
  view(callId: CallId): CallSession;
  audience(callId: CallId): readonly AgentId[] | null;
  started(callId: CallId): void;
  /** Once for a transaction, however often it is said, and with what the call has become by its end. Throws when none is open. */
  updated(callId: CallId): void;
  ended(callId: CallId): void;
  /** The turns are of one call. */
  said(...turns: readonly TurnRow[]): void;
}

export function createCallPublisher(options: CallPublisherOptions): CallPublisher {
  const { database, calls, views, events, involvement } = options;
  const changed = new Set<CallId>();

  database.beforeCommit(() => {
    for (const callId of changed) publish('call-updated', callId);
    changed.clear();
  });
  database.onRollback(() => changed.clear());

  function mustFind(callId: CallId): CallRow {
    const call = calls.find(callId);
    if (call === null) throw new Error(`there is no call ${callId}`);
    return call;
  }

  function audience(callId: CallId): readonly AgentId[] | null {
    return audienceOf(mustFind(callId).ownerId, involvement.involvedIn(callId));
  }

  function publish(type: 'call-started' | 'call-updated' | 'call-ended', callId: CallId): void {
    const call = mustFind(callId);
    const shownTo = audience(callId);
    events.append({ type, call: viewCall(call, views) }, shownTo);
    if (isSame(call.shownTo, shownTo)) return;
    calls.update(callId, { shownTo });
    const lost = loseSight(call.shownTo, shownTo);
    if (lost.length > 0) events.append({ type: 'call-hidden', callId }, lost);
  }

  return {
    view: (callId) => viewCall(mustFind(callId), views),
    audience,
    started: (callId) => publish('call-started', callId),
    updated(callId) {
      // It would else be told whenever, with whatever is changed next, and lost with it.
      if (!database.isInTransaction()) throw new Error('a call is published outside of a transaction');
      changed.add(callId);
    },
    ended(callId) {
      changed.delete(callId);
      publish('call-ended', callId);
    },
    said(...turns) {
      const [first] = turns;
      if (first === undefined) return;
      const shownTo = audience(first.callId);
      for (const turn of turns) events.append({ type: 'transcript-update', turn: viewTurn(turn) }, shownTo);
    },
  };
}

type Audience = readonly AgentId[] | null;

function isSame(before: Audience, now: Audience): boolean {
  if (before === null || now === null) return before === now;
  return before.length === now.length && before.every((agentId) => now.includes(agentId));
}

/** Those who will hear no more of the call, not even its end. A call that everybody saw never becomes somebody's. */
function loseSight(before: Audience, now: Audience): readonly AgentId[] {
  return before === null || now === null ? [] : before.filter((agentId) => !now.includes(agentId));
}
