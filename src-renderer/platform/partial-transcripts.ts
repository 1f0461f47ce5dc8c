import { createStore, type StoreApi } from 'zustand';
import type { Turn } from '../../backend/contract/calls.ts';
import type { PartialTranscript } from '../../backend/contract/events.ts';
import type { CallId } from '../../backend/contract/ids.ts';

/** What is being said right now, by call: never stored by the server, gone with the turn it becomes. */
export type PartialTranscripts = StoreApi<Readonly<Record<CallId, readonly PartialTranscript[]>>>;

export function createPartialTranscripts(): PartialTranscripts {
  return createStore<Readonly<Record<CallId, readonly PartialTranscript[]>>>(() => ({}));
}

/** What is followed by nothing for so long was said by somebody else, or never written down. */
const silentMs = 8_000;

/** An empty text takes the speaker's partial away, and so does a while without a word. */
export function showPartial(partials: PartialTranscripts, partial: PartialTranscript): void {
  const others = without(partials, partial.callId, partial.speaker);
  const spoken = partial.text === '' ? others : [...others, partial];
  partials.setState({ [partial.callId]: spoken });
  setTimeout(() => {
    const current = partials.getState()[partial.callId] ?? [];
    if (current.includes(partial)) completePartial(partials, partial);
  }, silentMs);
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
