import { maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type {
  CallRecord,
  CallSession,
  FoundTurn,
  HistoryCursor,
  HistoryFilter,
  HistoryPage,
} from '../contract/calls.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { CallId } from '../contract/ids.ts';
import type { CallHistoryStore } from './call-history-store.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';
import { viewTurn } from './call-view.ts';
import { foundTurns } from './history/found-turns.ts';
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

export interface HistoryRequest extends HistoryFilter {
  readonly before: HistoryCursor | null;
  readonly limit: number;
}

/** What a viewer may see of the calls. */
export interface CallQueries {
  active(viewer: Viewer): readonly CallSession[];
  /** The calls in progress in which anybody said the words, however they are written. */
  activeSaying(viewer: Viewer, words: string): readonly CallId[];
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
  function found(calls: readonly CallRow[], phrase: string): FoundTurn[] {
    return calls.flatMap(({ id }) => foundTurns(transcript.ofCall(id), phrase));
  }

  return {
    active: (viewer) =>
      calls
        .open()
        .filter((call) => maySee(viewer, publisher.audience(call.id)))
        .map((call) => publisher.view(call.id)),
    activeSaying: (viewer, words) =>
      transcript.openCallsSaying(words).filter((callId) => maySee(viewer, publisher.audience(callId))),
    record(viewer, callId) {
      visibleCall({ calls, publisher }, viewer, callId);
      return {
        call: publisher.view(callId),
        turns: transcript.ofCall(callId).map(viewTurn),
        handoffs: [...handoffsOf(callId)],
      };
    },
    history(viewer, { before, limit, ...filter }) {
      const selection = { scope: scopeOf(viewer), filter };
      const after = before === null ? null : positionOf(before);
      const rows = callHistory.page({ ...selection, before: after, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const counted = before === null ? callHistory.count(selection) : uncounted;
      return {
        calls: page.map((call) => publisher.view(call.id)),
        next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
        ...counted,
        found: filter.phrase === undefined ? [] : found(page, filter.phrase),
      };
    },
  };
}

/** On the pages after the first. */
const uncounted = { total: null, totalIs: 'exact' } as const;
