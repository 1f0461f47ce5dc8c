import type { CallSession, Participant, Turn } from '../contract/calls.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import { isOver } from './call-machine.ts';
import type { CallRow } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';
import { recordingOfCall } from './recording-state.ts';
import type { RecordingStore } from './recording-store.ts';
import type { TranscriptStore, TurnRow } from './transcript-store.ts';

export interface CustomerName {
  readonly company: string;
  readonly person: string | null;
  readonly department: string | null;
}

export interface CallViewSources {
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly recordings: Pick<RecordingStore, 'ofCall'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly nameOfCustomer: (customerId: CustomerId) => CustomerName;
  /** Handoffs are a domain above calls; `compose.ts` hands the look-up down. */
  readonly handoffOf: (callId: CallId) => Handoff | null;
}

/** A call as consoles see it. */
export function viewCall(call: CallRow, sources: CallViewSources): CallSession {
  const nameAgent = (id: AgentId | null) => (id === null ? null : { id, name: sources.nameOfAgent(id) });
  const lastTurn = sources.transcript.lastOfCall(call.id, 1)[0];
  return {
    id: call.id,
    mode: call.mode,
    direction: call.direction,
    status: call.status,
    customer: {
      id: call.customerId,
      ...sources.nameOfCustomer(call.customerId),
      phoneNumber: call.phoneNumber,
    },
    owner: nameAgent(call.ownerId),
    startedBy: nameAgent(call.startedBy),
    campaignId: call.campaignId,
    startedAt: call.startedAt.toISOString(),
    submissionUnknown: call.submissionUnknownSince !== null,
    answeredAt: instant(call.answeredAt),
    endedAt: instant(call.endedAt),
    durationSeconds: durationOf(call),
    stage: call.stage,
    result: call.result,
    resultReason: call.resultReason,
    nextAction: call.nextAction,
    note: call.note,
    resultConfirmed: call.resultConfirmedBy !== null,
    participants: sources.legs
      .ofCall(call.id)
      .filter(isParticipant)
      .map((leg) => viewLeg(leg, nameAgent(leg.agentId))),
    recording: recordingOfCall(sources.recordings.ofCall(call.id)),
    handoff: sources.handoffOf(call.id),
    lastTurn: lastTurn === undefined ? null : viewTurn(lastTurn),
  };
}

export function viewTurn(turn: TurnRow): Turn {
  return {
    callId: turn.callId,
    number: turn.number,
    speaker: turn.speaker,
    text: turn.text,
    confidence: turn.confidence,
    intent: turn.intent,
    at: turn.at.toISOString(),
  };
}

/**
 * An agent's telephone that only rang, or rings, is nobody's part in the call. Supervisors are told of by themselves, to whom they are to be
 * known (`supervision/`).
 */
function isParticipant(leg: LegRow): leg is ParticipantLeg {
  return leg.kind !== 'supervisor' && (leg.kind !== 'agent' || leg.agentId !== null);
}

type ParticipantLeg = LegRow & { readonly kind: Participant['kind'] };

function viewLeg(leg: ParticipantLeg, agent: Participant['agent']): Participant {
  return {
    legId: leg.id,
    kind: leg.kind,
    agent,
    via: leg.via,
    state: leg.state,
    mutedByUs: leg.muted,
    onHold: leg.onHold,
    heldSince: instant(leg.heldSince),
    holds: leg.holds.map(({ from, until }) => ({ from, until: until ?? instant(leg.leftAt) })),
    joinedAt: instant(leg.joinedAt),
    leftAt: instant(leg.leftAt),
  };
}

function durationOf(call: CallRow): number | null {
  if (!isOver(call.status) || call.endedAt === null) return null;
  if (call.answeredAt === null) return 0;
  return Math.max(0, Math.round((call.endedAt.getTime() - call.answeredAt.getTime()) / 1_000));
}

function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
