import { audienceOf } from '../auth/visibility.ts';
import type { CallSession } from '../contract/calls.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { CallRow, CallStore } from './call-store.ts';
import { type CallViewSources, viewCall, viewTurn } from './call-view.ts';
import type { TurnRow } from './transcript-store.ts';

interface CallPublisherOptions {
  readonly database: Pick<Database, 'beforeCommit' | 'onRollback'>;
  readonly calls: CallStore;
  readonly views: CallViewSources;
  readonly events: EventLog;
  /** Agents besides the owner who were offered the call. */
  readonly involvedIn: (callId: CallId) => readonly AgentId[];
}

/** Tells the consoles, in the transaction of the change. */
export interface CallPublisher {
  view(callId: CallId): CallSession;
  audience(callId: CallId): readonly AgentId[] | null;
  started(callId: CallId): void;
  /** Once for a transaction, however often it is said, and with what the call has become by its end. */
  updated(callId: CallId): void;
  ended(callId: CallId): void;
  said(turn: TurnRow): void;
}

export function createCallPublisher(options: CallPublisherOptions): CallPublisher {
  const { database, calls, views, events, involvedIn } = options;
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
    return audienceOf(mustFind(callId).ownerId, involvedIn(callId));
  }

  function publish(type: 'call-started' | 'call-updated' | 'call-ended', callId: CallId): void {
    events.append({ type, call: viewCall(mustFind(callId), views) }, audience(callId));
  }

  return {
    view: (callId) => viewCall(mustFind(callId), views),
    audience,
    started: (callId) => publish('call-started', callId),
    updated(callId) {
      changed.add(callId);
    },
    ended(callId) {
      changed.delete(callId);
      publish('call-ended', callId);
    },
    said(turn) {
      events.append({ type: 'transcript-update', turn: viewTurn(turn) }, audience(turn.callId));
    },
  };
}
