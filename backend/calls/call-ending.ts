import type { NextAction } from '../contract/calls.ts';
import type { CallId } from '../contract/ids.ts';
import { type LineProblem, lineProblemSchema } from '../contract/telephony.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CallAlerts } from './call-alerts.ts';
import { isOver, transitionCall } from './call-machine.ts';
import type { CallNotices } from './call-notices.ts';
import type { CallPublisher } from './call-publisher.ts';
import {
  consistent,
  type EndCause,
  type HeardVoice,
  type Outcome,
  type Recording,
  resultOf,
} from './call-result.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';
import { humanTalked } from './talk.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface CallEndingOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly outbox: Outbox;
  readonly publisher: CallPublisher;
  readonly notices: CallNotices;
  readonly alerts: Pick<CallAlerts, 'callIsOver' | 'lineHasProblem'>;
  /** The customer forbade calls, or another call led to a block of the number: this call's result cannot lift it. */
  readonly staysBlocked: (call: CallRow) => boolean;
  /** The recorded voice that says these words; null when it is a person who does. */
  readonly recordingIn: (words: string) => Recording | null;
  readonly clock: Clock;
  readonly log: Log;
}

export interface CallEnding {
  /** Ends the call, once; late causes of a call that is over change nothing. */
  end(callId: CallId, cause: EndCause): void;
  /**
   * What the dialogue has led to; stands unless a human talks with the customer or decides otherwise. Of a call that is over, it takes
   * the place of the result that the call had without it.
   */
  propose(callId: CallId, outcome: Outcome, nextAction: NextAction | null): void;
}

export function createCallEnding(options: CallEndingOptions): CallEnding {
  const { calls, legs, transcript, outbox, publisher, notices, alerts, clock, log } = options;

  function end(callId: CallId, cause: EndCause): void {
    if (!isOpen(callId)) return;
    finishWords(callId);
    const call = calls.find(callId);
    if (call === null) return;
    const outcome = resultOf(cause, courseOf(call));
    const { result, reason, nextAction } = consistent(outcome, call.nextAction, options.staysBlocked(call));
    calls.update(callId, {
      status: transitionCall(call.status, { type: 'ended', failed: result === 'failed' }),
      endedAt: clock.now(),
      result,
      resultReason: reason,
      nextAction,
    });
    hangUpEverybody(call);
    alerts.callIsOver(callId);
    const problem = problemIn(cause);
    if (problem !== null) alerts.lineHasProblem(problem);
    notices.tell({ type: 'ended', callId, cause: cause.type });
    publisher.ended(callId);
  }

  /** What was said last may change the result, but a call whose words nobody can understand ends all the same. */
  function finishWords(callId: CallId): void {
    try {
      notices.tell({ type: 'ending', callId });
    } catch (error) {
      log.error({ error, callId }, 'the last words of a call could not be understood');
    }
  }

  function isOpen(callId: CallId): boolean {
    const call = calls.find(callId);
    return call !== null && !isOver(call.status);
  }

  function courseOf(call: CallRow) {
    const proposal =
      call.result === null || call.resultReason === null
        ? null
        : { result: call.result, reason: call.resultReason };
    return {
      proposal,
      humanTalked: humanTalked(legs.ofCall(call.id), call),
      heard: heardIn(call),
      theyCalled: call.direction === 'inbound',
    };
  }

  /** Only who speaks after the last recording is surely a person: a menu begins as politely as a receptionist. */
  function heardIn({ id }: CallRow): HeardVoice {
    const said = transcript.ofCall(id).filter((turn) => turn.speaker === 'customer');
    const last = said.at(-1);
    if (last === undefined) return 'nobody';
    return options.recordingIn(last.text) ?? 'person';
  }

  /** Over REST, because nothing relies on `endConferenceOnExit` (twilio-facts 11, row 5). */
  function hangUpEverybody(call: CallRow): void {
    outbox.withdraw(call.id);
    const present = legs.ofCall(call.id).filter((leg) => leg.state !== 'left');
    if (call.conferenceRef !== null)
      outbox.send(call.id, { type: 'end-conference', conferenceRef: call.conferenceRef });
    for (const leg of present) {
      if (leg.carrierRef !== null) {
        outbox.send(call.id, { type: 'hang-up', legId: leg.id, legRef: leg.carrierRef });
      }
      legs.update(leg.id, { state: 'left', leftAt: clock.now() });
    }
  }

  return {
    end,
    propose(callId, { result, reason }, nextAction) {
      const call = calls.find(callId);
      if (call === null || call.resultConfirmedBy !== null) return;
      calls.update(callId, { result, resultReason: reason, nextAction });
      notices.tell({ type: 'result-proposed', callId });
      publisher.updated(callId);
    },
  };
}

/** What an admin has to put right, of a leg that the carrier gave up by itself. */
function problemIn(cause: EndCause): LineProblem | null {
  if (cause.type !== 'not-reached') return null;
  return lineProblemSchema.safeParse(cause.reason).data ?? null;
}
