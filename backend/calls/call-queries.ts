import { maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type { CallRecord, CallSession, HistoryPage } from '../contract/calls.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { CallId, CustomerId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallStore } from './call-store.ts';
import { viewTurn } from './call-view.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface CallQueriesOptions {
  readonly calls: CallStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly handoffsOf: (callId: CallId) => readonly Handoff[];
}

export interface HistoryRequest {
  readonly before: Date | null;
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
      if (calls.find(callId) === null || !maySee(viewer, publisher.audience(callId))) {
        throw new Refusal('not-found', 'there is no such call');
      }
      return {
        call: publisher.view(callId),
        turns: transcript.ofCall(callId).map(viewTurn),
        handoffs: [...handoffsOf(callId)],
      };
    },
    history(viewer, { before, customerId, limit }) {
      const rows = calls.history({ scope: scopeOf(viewer), before, customerId, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        calls: page.map((call) => publisher.view(call.id)),
        next: rows.length > limit && last !== undefined ? last.startedAt.toISOString() : null,
      };
    },
  };
}
