import { maySee, type Viewer } from '../auth/visibility.ts';
import type { CallSession, RecordResult } from '../contract/calls.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CallEnding } from './call-ending.ts';
import { isOver } from './call-machine.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';

interface CallCommandsOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly ending: CallEnding;
  readonly publisher: CallPublisher;
  /** Told in the same transaction when a person decided the result. */
  readonly onResult: (call: CallRow, viewer: Viewer) => void;
}

export interface CallCommands {
  /** Hangs up on everybody. A call that is over already is answered as it is: the wish is fulfilled. */
  end(viewer: Viewer, callId: CallId): CallSession;
  /** A person's result replaces the proposed one. Refuses with `call-in-progress`. */
  recordResult(viewer: Viewer, callId: CallId, result: RecordResult): CallSession;
}

export function createCallCommands(options: CallCommandsOptions): CallCommands {
  const { database, calls, ending, publisher } = options;

  function requireVisible(viewer: Viewer, callId: CallId): CallRow {
    const call = calls.find(callId);
    if (call === null || !maySee(viewer, publisher.audience(callId))) {
      throw new Refusal('not-found', 'there is no such call');
    }
    return call;
  }

  return {
    end: (viewer, callId) =>
      database.transaction(() => {
        requireVisible(viewer, callId);
        ending.end(callId, { type: 'ended-by-agent' });
        return publisher.view(callId);
      }),
    recordResult: (viewer, callId, { result, nextAction, note }) =>
      database.transaction(() => {
        const call = requireVisible(viewer, callId);
        if (!isOver(call.status)) throw new Refusal('call-in-progress', 'the call is not over yet');
        const resultReason = result === call.result ? call.resultReason : 'decided-by-agent';
        const decided = { result, resultReason, nextAction, note, resultConfirmedBy: viewer.id } as const;
        calls.update(callId, decided);
        options.onResult({ ...call, ...decided }, viewer);
        publisher.updated(callId);
        return publisher.view(callId);
      }),
  };
}
