import type { SimulatedClock } from '../clock.ts';
import { durationMs, type Sound } from '../exchange/sound.ts';
import type { RecordingLibrary } from './recording-library.ts';
import { speechDurationMs } from './speech-duration.ts';
import type { Prompt } from './verbs.ts';

/** Who is played to, and with what. */
export interface Playback {
  readonly listener: PromptListener;
  readonly clock: SimulatedClock;
  readonly recordings: RecordingLibrary;
  readonly signal: AbortSignal;
}

export interface PromptListener {
  speak(sound: Sound): void;
  breakOff(): void;
  pressKey(digit: string): void;
}

const TONE_MS = 300;
const HALF_SECOND_MS = 500;
const SYNTHETIC_CONFIDENCE = 0.98;

/** Resolves when the last prompt is over. When the signal is aborted it breaks off at once and rejects with the signal's reason. */
export async function playPrompts(prompts: readonly Prompt[], playback: Playback): Promise<void> {
  for (const prompt of prompts) await playPrompt(prompt, playback);
}

async function playPrompt(prompt: Prompt, playback: Playback): Promise<void> {
  switch (prompt.type) {
    case 'say':
      return repeat(spoken(prompt.text), prompt.loop, playback);
    case 'play': {
      const recording = await playback.recordings.find(prompt.url);
      if (recording !== null) await repeat({ type: 'recording', recording }, prompt.loop, playback);
      return;
    }
    case 'pause':
      return playback.clock.wait(prompt.seconds * 1_000, playback.signal);
    case 'press-keys':
      return pressKeys(prompt.digits, playback);
  }
}

/** `loop="0"` is for ever, and for ever ends with the call. */
async function repeat(sound: Sound, loop: number, playback: Playback): Promise<void> {
  for (let played = 0; loop === 0 || played < loop; played++) await playSound(sound, playback);
}

/** The same for one sound. */
export async function playSound(sound: Sound, { listener, clock, signal }: Playback): Promise<void> {
  signal.throwIfAborted();
  listener.speak(sound);
  try {
    await clock.wait(durationMs(sound), signal);
  } catch (error) {
    listener.breakOff();
    throw error;
  }
}

async function pressKeys(digits: string, { listener, clock, signal }: Playback): Promise<void> {
  for (const key of digits) {
    if (key === 'w' || key === 'W') {
      await clock.wait(key === 'w' ? HALF_SECOND_MS : 2 * HALF_SECOND_MS, signal);
    } else {
      listener.pressKey(key);
      await clock.wait(TONE_MS, signal);
    }
  }
}

function spoken(text: string): Sound {
  const utterance = { text, confidence: SYNTHETIC_CONFIDENCE, durationMs: speechDurationMs(text) };
  return { type: 'speech', utterance };
}
