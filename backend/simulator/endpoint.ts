/**
 * What the simulated network can ring: a persona's telephone, the customer's phone page, a Voice SDK device. The exchange (calls and
 * conferences) knows only this.
 */
export interface Endpoint {
  /** Starts ringing; the returned handle is how the network ends it. `unreachable` is reported through the events. */
  ring(call: IncomingCall, events: EndpointEvents): EndpointCall;
}

export interface IncomingCall {
  readonly callSid: string;
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
  /** Custom parameters of a `client:` address. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface EndpointCall {
  /** The far end hung up, or the ringing was canceled. */
  end(): void;
  /** What the other side of the line says, as it begins: personas act on it, the phone page shows it. */
  heard(utterance: Utterance): void;
  /** The other side broke off what it was saying: somebody spoke over it, or it left. */
  heardBreakOff(): void;
  /** The other side pressed a telephone key: telephone menus act on it. */
  heardKey(digit: string): void;
}

export interface EndpointEvents {
  ringing(): void;
  answered(audio: LegAudio): void;
  /** Before answering: busy, no such number, or nobody there. */
  refused(reason: 'busy' | 'no-answer' | 'failed'): void;
  hungUp(): void;
  /** A telephone key. */
  pressed(digit: string): void;
  /** Speech with its words: recognised by `<Gather>` and by transcription. */
  said(utterance: Utterance): void;
  /** What was being said or played is broken off before its end. */
  brokeOff(): void;
  /** Music or a recording, as it begins: heard by everybody, and without words for a recogniser. */
  played(recording: Recording): void;
}

/** Something said on a line, with the words a recogniser would find. */
export interface Utterance {
  readonly text: string;
  readonly confidence: number;
  readonly durationMs: number;
}

/** Sound without words. `source` says what it is, for the record of what was audible. */
export interface Recording {
  readonly source: string;
  readonly durationMs: number;
  /** What it sounds like, where that is known. */
  readonly frames?: readonly Frame[];
}

/** 20 ms of sound: 160 samples of 16 bits at 8 kHz. */
export type Frame = Int16Array;

/** A leg's end of the sound. The mixer calls both every 20 ms. */
export interface LegAudio {
  /** What this leg says now; null is silence. */
  read(): Frame | null;
  /** What this leg hears now: everybody else in the conference. */
  play(frame: Frame): void;
}
