import { createStore, type StoreApi } from 'zustand';
import type { Turn } from '../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../backend/contract/events.ts';
import type { CallId } from '../../backend/contract/ids.ts';

/** What is being said right now, by call: never stored by the server, gone with the turn it becomes. */
export type PartialTranscripts = StoreApi<Readonly<Record<CallId, readonly PartialTranscript[]>>>;

export function createPartialTranscripts(): PartialTranscripts {
  return createStore<Readonly<Record<CallId, readonly PartialTranscript[]>>>(() => ({}));
}

/** An empty text takes the speaker's partial away. */
export function showPartial(partials: PartialTranscripts, partial: PartialTranscript): void {
  const others = without(partials, partial.callId, partial.speaker);
  const spoken = partial.text === '' ? others : [...others, partial];
  partials.setState({ [partial.callId]: spoken });
}

export function completePartial(partials: PartialTranscripts, turn: Pick<Turn, 'callId' | 'speaker'>): void {
  partials.setState({ [turn.callId]: without(partials, turn.callId, turn.speaker) });
}

export function forgetPartials(partials: PartialTranscripts, callId: CallId): void {
  partials.setState({ [callId]: [] });
}

function without(
  partials: PartialTranscripts,
  callId: CallId,
  speaker: Turn['speaker'],
): readonly PartialTranscript[] {
  return (partials.getState()[callId] ?? []).filter((other) => other.speaker !== speaker);
}
