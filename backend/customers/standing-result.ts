import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import type { AfterCall, FinishedCall } from './after-call.ts';

/** A call as the domain of calls, which is above this one, tells of it: it may have no result yet, and may still go on. */
export interface ToldCall
  extends Pick<FinishedCall, 'customerId' | 'phoneNumber' | 'ownerId' | 'nextAction' | 'note'> {
  readonly startedBy: AgentId | null;
  readonly id: CallId;
  readonly result: CallResult | null;
  readonly resultReason: ResultReason | null;
  readonly endedAt: Date | null;
}

/** The call has the result that it shows, by whoever decided it; `recordedBy` is null when nobody did. */
export type ResultStands = (call: ToldCall, recordedBy: AgentId | null) => void;

/** A result counts for the customer when the call is over; a refusal as soon as it is said. In the caller's transaction. */
export function createResultStands(afterCall: AfterCall, clock: Clock): ResultStands {
  return (call, recordedBy) => {
    const { id: callId, customerId, phoneNumber, nextAction, note } = call;
    const ownerId = call.ownerId ?? call.startedBy;
    const { result, resultReason: reason, endedAt } = call;
    if (result === null || reason === null) return;
    const course = { callId, customerId, phoneNumber, ownerId, nextAction, note };
    const outcome = { ...course, result, reason, recordedBy };
    if (endedAt !== null) afterCall.finished({ ...outcome, endedAt });
    else if (result === 'rejected') afterCall.refused(outcome, clock.now());
  };
}

/** A human talked, and what came of it counts when a person has said so: until then only a refusal does. In the caller's transaction. */
export function createResultDrafted(
  resultStands: ResultStands,
  publish: (customerId: CustomerId) => void,
): (call: ToldCall) => void {
  return (call) => {
    if (call.result === 'rejected') resultStands(call, null);
    else if (call.endedAt !== null) publish(call.customerId);
  };
}
