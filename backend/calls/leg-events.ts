import type { CallId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { CarrierEvents, LegEvent } from '../telephony/carrier-events.ts';
import type { Arrivals } from './arrivals.ts';
import type { CallEnding } from './call-ending.ts';
import type { CallLegs } from './call-legs.ts';
import { isOver } from './call-machine.ts';
import { type CallNotices, lossOf } from './call-notices.ts';
import type { CallProgress } from './call-progress.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { DialDoubt } from './dial-doubt.ts';
import type { LegRow, LegStore } from './leg-store.ts';

interface LegEventsOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: CallLegs;
  readonly ending: CallEnding;
  readonly publisher: CallPublisher;
  readonly notices: CallNotices;
  readonly doubt: Pick<DialDoubt, 'settle'>;
  readonly progress: CallProgress;
  readonly arrivals: Arrivals;
  readonly outbox: Outbox;
  /** When the AI joins: while the customer's telephone rings, or once it is answered. */
  readonly aiJoins: 'ringing' | 'answered';
}

export type LegEvents = Pick<
  CarrierEvents,
  | 'legRinging'
  | 'legAnswered'
  | 'legEnded'
  | 'legJoined'
  | 'legLeft'
  | 'conferenceEntered'
  | 'conferenceStarted'
  | 'conferenceEnded'
>;

/** What the carrier reports of the legs, taken into the call. Late and repeated reports find the leg already so and change nothing. */
export function createLegEvents(options: LegEventsOptions): LegEvents {
  const { calls, legs, callLegs, ending, publisher, notices, progress, arrivals } = options;

  /** The carrier reports a leg that nobody wants any more: it must neither ring on nor wait in silence. */
  function dismissUnwanted(event: LegEvent): void {
    const leg = legs.find(event.legId);
    const call = calls.find(event.callId);
    if (leg === null || call === null || leg.callId !== call.id) return;
    if (!isOver(call.status) && leg.state !== 'left') return;
    options.outbox.send(call.id, { type: 'hang-up', legId: leg.id, legRef: event.legRef });
  }

  /** The leg and its call, learning the carrier's id of the leg on the way; null when it is unknown or its call is over. */
  function openLeg(event: LegEvent): { leg: LegRow; call: CallRow } | null {
    const leg = legs.find(event.legId);
    const call = calls.find(event.callId);
    if (leg === null || call === null || leg.callId !== call.id || isOver(call.status)) return null;
    if (leg.carrierRef === null) legs.update(leg.id, { carrierRef: event.legRef });
    if (leg.kind === 'customer') options.doubt.settle(call.id);
    return { leg, call };
  }

  function ensureAi(call: CallRow): void {
    if (call.mode === 'ai' && legs.countOfKind(call.id, 'ai') === 0) callLegs.addAi(call);
  }

  function customerJoined(call: CallRow, at: Date): void {
    if (call.answeredAt === null) calls.update(call.id, { answeredAt: at });
    ensureAi(call);
    if (call.mode === 'ai') aiMeetsCustomer(call.id);
    else if (agentIsThere(call.id)) humanMeetsCustomer(call.id);
    notices.tell({ type: 'customer-joined', callId: call.id });
  }

  /** The opening is said whole, and who refuses meanwhile must be heard all the same. */
  function aiMeetsCustomer(callId: CallId): void {
    progress.advance(callId, { type: 'ai-met-customer' });
    callLegs.transcribeCustomer(callId);
  }

  function humanMeetsCustomer(callId: CallId): void {
    progress.advance(callId, { type: 'human-met-customer' });
    callLegs.transcribe(callId);
  }

  function agentJoined(call: CallRow, leg: LegRow): void {
    const dialled = legs.countOfKind(call.id, 'customer') > 0;
    if (call.mode === 'agent' && !dialled) callLegs.dialCustomer(call);
    notices.tell({ type: 'agent-joined', callId: call.id, legId: leg.id });
  }

  function agentIsThere(callId: CallId): boolean {
    return legs.ofCall(callId).some((leg) => leg.kind === 'agent' && leg.state === 'in-conference');
  }

  /** A leg is over: told once, whether the conference or the leg's own call reports it first. */
  function lose(event: LegEvent, endCall: (call: CallRow) => void): void {
    const open = openLeg(event);
    if (open === null || open.leg.state === 'left') return;
    const { leg, call } = open;
    legs.update(leg.id, { state: 'left', leftAt: event.at });
    if (leg.kind === 'customer') {
      endCall(call);
      return;
    }
    notices.tell({ type: lossOf[leg.kind], callId: call.id, legId: leg.id });
    publisher.updated(call.id);
  }

  /** Also of a call that is over. */
  function noteBilled({ callId, legId, billedSeconds }: Parameters<LegEvents['legEnded']>[0]): void {
    const leg = legs.find(legId);
    if (leg?.callId !== callId || billedSeconds === null) return;
    legs.update(legId, { billedSeconds });
  }

  return {
    legRinging(event) {
      dismissUnwanted(event);
      const open = openLeg(event);
      if (open === null || open.leg.kind !== 'customer') return;
      progress.advance(open.call.id, { type: 'customer-ringing' });
      if (options.aiJoins === 'ringing') ensureAi(open.call);
    },
    legAnswered(event) {
      dismissUnwanted(event);
      const open = openLeg(event);
      if (open === null) return;
      const { leg, call } = open;
      if (leg.answeredAt === null) legs.update(leg.id, { answeredAt: event.at });
      if (leg.kind !== 'customer') return;
      ensureAi(call);
      arrivals.watch(call.id);
    },
    legJoined(event) {
      dismissUnwanted(event);
      const open = openLeg(event);
      if (open === null || open.leg.state !== 'joining') return;
      const { leg, call } = open;
      legs.update(leg.id, { state: 'in-conference', joinedAt: event.at });
      // Of a conference that ended before its time the next one has the same name, but another id.
      calls.update(call.id, { conferenceRef: event.conferenceRef });
      if (leg.kind === 'customer') customerJoined(call, event.at);
      if (leg.kind === 'agent') agentJoined(call, leg);
      if (leg.kind === 'supervisor') {
        notices.tell({ type: 'supervisor-joined', callId: call.id, legId: leg.id });
      }
      arrivals.watch(call.id);
      publisher.updated(call.id);
    },
    legLeft(event) {
      lose(event, (call) => ending.end(call.id, { type: 'customer-left' }));
    },
    legEnded(event) {
      noteBilled(event);
      lose(event, (call) =>
        ending.end(
          call.id,
          call.answeredAt === null
            ? { type: 'not-reached', reason: event.reason }
            : { type: 'customer-left' },
        ),
      );
    },
    conferenceEntered(callId) {
      const call = calls.find(callId);
      if (call === null || isOver(call.status)) return;
      calls.update(callId, { mixedConferenceRef: null });
      arrivals.askOnceSettled(callId);
    },
    conferenceStarted(callId, conferenceRef) {
      const call = calls.find(callId);
      if (call === null || isOver(call.status)) return;
      calls.update(callId, { mixedConferenceRef: conferenceRef });
      const customer = legs.ofCall(callId).find(({ kind }) => kind === 'customer');
      if (customer?.state === 'joining') arrivals.askSoon(callId);
      else arrivals.watch(callId);
    },
    conferenceEnded(callId, conferenceRef) {
      const call = calls.find(callId);
      if (call?.answeredAt && call.conferenceRef === conferenceRef)
        ending.end(callId, { type: 'customer-left' });
    },
  };
}
