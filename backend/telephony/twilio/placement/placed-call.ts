import { type CallId, callIdSchema, type LegId } from '../../../contract/ids.ts';

/** A call as the placement on the customer's leg must know it, from what is stored. */
export interface PlacedCall {
  readonly callId: CallId;
  readonly conferenceName: string;
  readonly record: boolean;
  readonly customer: PlacedCustomer | null;
  /** The AI's leg, whether it is with the customer or on its way. */
  readonly ai: PlacedAi | null;
  /** A human talks with the customer: they are not to be moved for an announcement. */
  readonly withHuman: boolean;
}

interface PlacedCustomer {
  readonly legId: LegId;
  readonly label: string;
  /** Twilio's id of the leg's call; null until it is told. */
  readonly legRef: string | null;
  readonly phoneNumber: string;
  /** What they were shown; null: the account's own number. */
  readonly callerNumber: string | null;
  readonly askedAt: Date;
  /** Whether they are to hear hold audio. */
  readonly onHold: boolean;
  /** `here`: with the AI or in the conference. */
  readonly state: 'coming' | 'here' | 'left';
}

export interface PlacedAi {
  readonly legId: LegId;
  readonly label: string;
  readonly here: boolean;
}

export interface PlacedCalls {
  find(callId: CallId): PlacedCall | null;
}

/** What is known of other calls of ours to a customer's number, which are not to be taken for one that is sought. */
export interface OtherDials {
  /** Twilio's ids of those that it told of. */
  readonly legRefs: readonly string[];
  /** When they were next to be dialled after that; null when they were not. */
  readonly nextAskedAt: Date | null;
}

export interface DialledCalls extends PlacedCalls {
  othersOf(callId: CallId): OtherDials;
}

const roomPrefix = 'room:';

/**
 * Stands for the conference of a call. It is the same while the AI talks with the customer and there is no conference, and in every
 * conference that follows.
 */
export function roomOf(callId: CallId): string {
  return `${roomPrefix}${callId}`;
}

/** The call whose conference this stands for; null for one of Twilio's own ids. */
export function callOfRoom(conferenceRef: string): CallId | null {
  if (!conferenceRef.startsWith(roomPrefix)) return null;
  return callIdSchema.parse(conferenceRef.slice(roomPrefix.length));
}

/** An AI's leg that is no telephone call of its own. */
export interface AiRef {
  readonly callId: CallId;
  readonly legId: string;
  readonly customerRef: string;
}

const aiRefPattern = /^ai:(?<callId>[^:]+):(?<legId>[^:]+):(?<customerRef>CA[^:]+)$/;

export function aiRefOf({ callId, legId, customerRef }: AiRef): string {
  return `ai:${callId}:${legId}:${customerRef}`;
}

/** Null for the id of a call at Twilio. */
export function parseAiRef(legRef: string): AiRef | null {
  const { callId, legId, customerRef } = aiRefPattern.exec(legRef)?.groups ?? {};
  if (callId === undefined || legId === undefined || customerRef === undefined) return null;
  return { callId: callIdSchema.parse(callId), legId, customerRef };
}
