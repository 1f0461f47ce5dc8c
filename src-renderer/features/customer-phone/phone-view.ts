import type { PhoneLine, PhoneServerFrame } from '../../../backend/contract/customer-phone.ts';

/** What the page shows. */
export interface PhoneView {
  /** E.164; null until the server has told. */
  readonly number: string | null;
  readonly connection: 'connecting' | 'connected' | 'lost';
  readonly line: PhoneLine;
  /** What the other side is saying, until a breath after its end. */
  readonly heard: HeardSpeech | null;
  /** Typed while the other side was speaking, which hears it only after that. */
  readonly held: string | null;
  /** The conversation of the call, kept on screen after its end until the next one. */
  readonly said: readonly SaidLine[];
  /** A call has just ended here. */
  readonly ended: boolean;
}

export interface HeardSpeech {
  readonly durationMs: number;
}

export interface SaidLine {
  /** Counts from 1 within the call. */
  readonly number: number;
  readonly speaker: 'caller' | 'you';
  readonly text: string;
  readonly brokenOff: boolean;
}

export type PhoneViewEvent =
  | PhoneServerFrame
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'held'; readonly text: string }
  | { readonly type: 'heard-out' }
  | { readonly type: 'connection-lost' };

export const unconnectedPhone: PhoneView = {
  number: null,
  connection: 'connecting',
  line: { phase: 'waiting' },
  heard: null,
  held: null,
  said: [],
  ended: false,
};

export function showPhoneEvent(view: PhoneView, event: PhoneViewEvent): PhoneView {
  switch (event.type) {
    case 'line':
      return showLine(view, event.number, event.line);
    case 'heard':
      return { ...withLine(view, 'caller', event.text), heard: { durationMs: event.durationMs } };
    case 'heard-out':
      return { ...view, heard: null };
    case 'heard-break-off':
      return { ...view, heard: { durationMs: 0 }, said: breakOffLast(view.said) };
    case 'held':
      return { ...view, held: view.held === null ? event.text : `${view.held} ${event.text}` };
    case 'said':
      return { ...withLine(view, 'you', event.text), held: null };
    case 'connection-lost':
      return { ...view, connection: 'lost' };
  }
}

function showLine(view: PhoneView, number: string, line: PhoneLine): PhoneView {
  const connected = { ...view, number, line, connection: 'connected' } as const;
  switch (line.phase) {
    case 'ringing':
    case 'calling':
      return { ...connected, ...silence, said: [], ended: false };
    case 'talking':
      return { ...connected, ended: false };
    case 'waiting':
      return { ...connected, ...silence, ended: view.ended || isTalkingHere(view) };
  }
}

const silence = { heard: null, held: null } as const;

function isTalkingHere({ line }: PhoneView): boolean {
  return line.phase === 'talking' && line.answeredHere;
}

function withLine(view: PhoneView, speaker: SaidLine['speaker'], text: string): PhoneView {
  const line = { number: view.said.length + 1, speaker, text, brokenOff: false };
  return { ...view, said: [...view.said, line] };
}

function breakOffLast(said: readonly SaidLine[]): readonly SaidLine[] {
  const last = said.findLast(({ speaker }) => speaker === 'caller');
  return said.map((line) => (line === last ? { ...line, brokenOff: true } : line));
}
