import {
  type HistoryExportQuery,
  type HistoryFilter,
  type HistoryPage,
  historyPageSchema,
  type ResultChange,
  resultChangesSchema,
} from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { addressQuery } from './address-query.ts';
import { ask, fetchFile } from './answers.ts';
import type { Transport } from './transport.ts';

/** What the calls of a history are narrowed down to: nothing is all of them. */
export type WantedHistory = Partial<HistoryFilter>;

/** Which page of the history: `before` is the `next` of the page above it. */
interface HistoryRequest {
  readonly filter: WantedHistory;
  readonly before: string | null;
}

type WantedExport = WantedHistory & Pick<HistoryExportQuery, 'format' | 'language'>;

/** The calls there have been. */
export interface HistoryApi {
  history(request: HistoryRequest): Promise<HistoryPage>;
  /** Newest first. */
  resultChanges(callId: CallId): Promise<ResultChange[]>;
  /** All calls of a history as a file; `onReceived` is told how many bytes of it there are. */
  exportHistory(wanted: WantedExport, onReceived: (bytes: number) => void): Promise<Blob>;
}

const callsAPage = 50;

export function createHistoryApi(transport: Transport): HistoryApi {
  return {
    history: ({ filter, before }) => {
      const path = `/api/calls/history${addressQuery({ ...filter, before, limit: callsAPage })}`;
      return ask(transport, { method: 'GET', path }, historyPageSchema);
    },
    resultChanges: async (callId) => {
      const path = `/api/calls/${callId}/result-changes`;
      return (await ask(transport, { method: 'GET', path }, resultChangesSchema)).changes;
    },
    exportHistory: (wanted, onReceived) =>
      fetchFile(transport, `/api/calls/history/export${addressQuery(wanted)}`, onReceived),
  };
}
