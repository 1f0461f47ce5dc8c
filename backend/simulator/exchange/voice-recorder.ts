import type { SimulatedClock } from '../clock.ts';
import type { Frame } from '../endpoint.ts';
import type { Unsubscribe } from '../subscribers.ts';
import type { RecordSettings } from '../twiml/verbs.ts';

/** What one `<Record>` took down, and what ended it: a key, the far end's hanging up, or time and silence (empty). */
export interface VoiceTake {
  /** Null when nothing was to be heard. */
  readonly frames: readonly Frame[] | null;
  readonly digits: string;
}

interface VoiceSource {
  onFrame(listener: (frame: Frame) => void): Unsubscribe;
  onKey(listener: (digit: string) => void): Unsubscribe;
}

/** Of 32,768: about -44 dB. */
const AUDIBLE = 200;

/** Begins now. When the signal is aborted it ends as by hanging up. */
export function recordVoice(
  source: VoiceSource,
  { timeout, maxLength, finishOnKey }: RecordSettings,
  clock: SimulatedClock,
  signal: AbortSignal,
): Promise<VoiceTake> {
  const frames: Frame[] = [];
  let audible = false;
  return new Promise((resolve) => {
    const finish = (digits: string): void => {
      stopFrames();
      stopKeys();
      cancelSilence();
      cancelLength();
      signal.removeEventListener('abort', hungUp);
      resolve({ frames: audible ? frames : null, digits });
    };
    const hungUp = (): void => finish('hangup');
    const awaitSilence = (): (() => void) => clock.after(timeout * 1_000, () => finish(''));
    let cancelSilence = awaitSilence();
    const cancelLength = clock.after(maxLength * 1_000, () => finish(''));
    const stopKeys = source.onKey((digit) => {
      if (finishOnKey.includes(digit)) finish(digit);
    });
    const stopFrames = source.onFrame((frame) => {
      frames.push(frame);
      if (!frame.some((sample) => Math.abs(sample) > AUDIBLE)) return;
      audible = true;
      cancelSilence();
      cancelSilence = awaitSilence();
    });
    signal.addEventListener('abort', hungUp, { once: true });
  });
}
