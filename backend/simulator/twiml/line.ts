import type { Utterance } from '../endpoint.ts';
import type { Sound } from '../exchange/sound.ts';
import type { VoiceTake } from '../exchange/voice-recorder.ts';
import type { ConferenceSettings, RecordSettings, TranscriptionSettings } from './verbs.ts';

/** The line that a TwiML program runs on: what it says is heard at the other end, and it hears what is said there. */
export interface Line {
  /** Begins now; the program itself waits until it is over. */
  speak(sound: Sound): void;
  breakOff(): void;
  pressKey(digit: string): void;
  listen(listener: LineListener): () => void;
  /** Puts the line into a conference; resolves when it is out of it again, and leaves when the signal is aborted. */
  visitConference(name: string, settings: ConferenceSettings, signal: AbortSignal): Promise<void>;
  /** Takes down what is said at the other end. */
  record(settings: RecordSettings, signal: AbortSignal): Promise<VoiceTake>;
  startTranscription(settings: TranscriptionSettings): void;
  stopTranscription(name: string): void;
}

export interface LineListener {
  heard(utterance: Utterance): void;
  heardBreakOff(): void;
  heardKey(digit: string): void;
}
