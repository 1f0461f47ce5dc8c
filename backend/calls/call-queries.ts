import { maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type { CallRecord, CallSession, HistoryCursor, HistoryPage } from '../contract/calls.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { CallId, CustomerId } from '../contract/ids.ts';
import type { CallHistoryStore } from './call-history-store.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallStore } from './call-store.ts';
import { viewTurn } from './call-view.ts';
import { cursorOf, positionOf } from './history-cursor.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { visibleCall } from './visible-call.ts';

interface CallQueriesOptions {
  readonly calls: CallStore;
  readonly callHistory: CallHistoryStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly handoffsOf: (callId: CallId) => readonly Handoff[];
}

export interface HistoryRequest {
  readonly before: HistoryCursor | null;
  readonly customerId: CustomerId | null;
  readonly limit: number;
}

/** What a viewer may see of the calls. */
export interface CallQueries {
  active(viewer: Viewer): readonly CallSession[];
  /** Refuses with `not-found`, also what the viewer may not see. */
  record(viewer: Viewer, callId: CallId): CallRecord;
  history(viewer: Viewer, request: HistoryRequest): HistoryPage;
}

export function createCallQueries({
  calls,
  callHistory,
  transcript,
  publisher,
  handoffsOf,
}: CallQueriesOptions): CallQueries {
  return {
    active: (viewer) =>
      calls
        .open()
        .filter((call) => maySee(viewer, publisher.audience(call.id)))
        .map((call) => publisher.view(call.id)),
    record(viewer, callId) {
      visibleCall({ calls, publisher }, viewer, callId);
      return {
        call: publisher.view(callId),
        turns: transcript.ofCall(callId).map(viewTurn),
        handoffs: [...handoffsOf(callId)],
      };
    },
    history(viewer, { before, customerId, limit }) {
      const after = before === null ? null : positionOf(before);
      const rows = callHistory.page({ scope: scopeOf(viewer), before: after, customerId, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        calls: page.map((call) => publisher.view(call.id)),
        next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
      };
    },
  };
}
