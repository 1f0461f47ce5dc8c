import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../auth/visibility.ts';
import type { CallSession, RecordResult } from '../contract/calls.ts';
import type { CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { CallEnding } from './call-ending.ts';
import { isOver } from './call-machine.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';
import { contradictionsOf } from './result-contradictions.ts';
import { isHeard } from './talk.ts';
import { visibleCall } from './visible-call.ts';

interface CallCommandsOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly publisher: CallPublisher;
  /** No result of this call can lift the block of its number. */
  readonly staysBlocked: (call: CallRow) => boolean;
  /** Of the colleague to whom the call is being transferred, and whose it is not yet. */
  readonly legOfTransfer: (callId: CallId) => LegId | null;
  readonly audit: AuditLog;
  readonly clock: Clock;
  /** Told in the same transaction when a person decided the result. */
  readonly onResult: (call: CallRow, viewer: Viewer) => void;
}

export interface CallCommands {
  /**
   * Hangs up on everybody. A call that is over already is answered as it is: the wish is fulfilled. Refuses with `not-allowed` unless the
   * viewer owns the call, started it, talks with the customer, or is an admin.
   */
  end(viewer: Viewer, callId: CallId): CallSession;
  /** A person's result replaces the proposed one. Refuses with `call-in-progress`, and with `invalid-input` what contradicts itself. */
  recordResult(viewer: Viewer, callId: CallId, result: RecordResult): CallSession;
}

export function createCallCommands(options: CallCommandsOptions): CallCommands {
  const { database, calls, legs, ending, publisher } = options;

  /** Who is merely being offered the call, or asked about it by a colleague, may see it, and has no part in it yet. */
  function mayEnd(viewer: Viewer, { id, ownerId, startedBy }: CallRow): boolean {
    if (viewer.role === 'admin' || ownerId === viewer.id || startedBy === viewer.id) return true;
    const asked = options.legOfTransfer(id);
    return legs.ofCall(id).some((leg) => leg.agentId === viewer.id && isHeard(leg) && leg.id !== asked);
  }

  function requireConsistent(call: CallRow, result: RecordResult): void {
    const { nextAction: planned } = call;
    const known = { now: options.clock.now(), planned, staysBlocked: options.staysBlocked(call) };
    const contradictions = contradictionsOf(result, known);
    if (contradictions.length > 0) throw new InvalidInput([...contradictions]);
  }

  function auditChange(
    viewer: Viewer,
    call: CallRow,
    decided: Pick<CallRow, 'resultReason'> & RecordResult,
  ): void {
    const { result, resultReason, nextAction, note } = call;
    const before = { result, resultReason, nextAction, note };
    const after = {
      result: decided.result,
      resultReason: decided.resultReason,
      nextAction: decided.nextAction,
      note: decided.note,
    };
    if (isDeepStrictEqual(before, after)) return;
    options.audit.append({
      actorId: viewer.id,
      subject: 'call',
      subjectId: call.id,
      action: 'result-changed',
      before,
      after,
    });
  }

  return {
    end: (viewer, callId) =>
      database.transaction(() => {
        const call = visibleCall(options, viewer, callId);
        if (isOver(call.status)) return publisher.view(callId);
        if (!mayEnd(viewer, call)) throw new Refusal('not-allowed', 'the call is somebody else’s');
        ending.end(callId, { type: 'ended-by-agent' });
        return publisher.view(callId);
      }),
    recordResult: (viewer, callId, wanted) =>
      database.transaction(() => {
        const call = visibleCall(options, viewer, callId);
        if (!isOver(call.status)) throw new Refusal('call-in-progress', 'the call is not over yet');
        requireConsistent(call, wanted);
        const { result, nextAction, note } = wanted;
        const resultReason = result === call.result ? call.resultReason : 'decided-by-agent';
        const decided = { result, resultReason, nextAction, note, resultConfirmedBy: viewer.id } as const;
        calls.update(callId, decided);
        auditChange(viewer, call, decided);
        options.onResult({ ...call, ...decided }, viewer);
        publisher.updated(callId);
        return publisher.view(callId);
      }),
  };
}
