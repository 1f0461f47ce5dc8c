import type { RecognisedSpeech } from './recognised-speech.ts';

/** The attributes of a Gather that decide what counts as input. */
export interface GatherRules {
  readonly hearsSpeech: boolean;
  readonly hearsKeys: boolean;
  /** Whether speech over the prompt cuts it short. */
  readonly bargeIn: boolean;
  readonly timeoutMs: number;
  /** How long a pause ends the speech. */
  readonly speechTimeoutMs: number;
  readonly longestSpeechMs: number;
  readonly finishOnKey: string;
  readonly numDigits: number | null;
}

export type GatherState =
  /** `speaking` counts the voices that the prompt talks over: they are not listened to yet. */
  | { readonly type: 'prompting'; readonly speaking: number }
  | { readonly type: 'waiting' }
  | { readonly type: 'hearing'; readonly speaking: number; readonly heard: readonly RecognisedSpeech[] }
  | { readonly type: 'pausing'; readonly heard: readonly RecognisedSpeech[] }
  | { readonly type: 'keying'; readonly digits: string }
  | { readonly type: 'finished'; readonly result: GatherResult };

export type GatherResult =
  | { readonly type: 'speech'; readonly heard: readonly RecognisedSpeech[] }
  | { readonly type: 'keys'; readonly digits: string }
  | { readonly type: 'nothing' };

export type GatherEvent =
  | { readonly type: 'prompt-ended' }
  | { readonly type: 'speech-began' }
  /** Null when nothing was to be recognised in it. */
  | { readonly type: 'speech-ended'; readonly speech: RecognisedSpeech | null }
  | { readonly type: 'key-pressed'; readonly digit: string }
  /** The time that `patienceMs` gave the state is up. */
  | { readonly type: 'timed-out' };

export const startOfGather: GatherState = { type: 'prompting', speaking: 0 };

/** What does not concern the state leaves it as it is: the very same object. */
export function transitionGather(state: GatherState, event: GatherEvent, rules: GatherRules): GatherState {
  switch (event.type) {
    case 'prompt-ended':
      return promptEnded(state);
    case 'speech-began':
      return rules.hearsSpeech ? speechBegan(state, rules) : state;
    case 'speech-ended':
      return rules.hearsSpeech ? speechEnded(state, event.speech) : state;
    case 'key-pressed':
      return rules.hearsKeys ? keyPressed(state, event.digit, rules) : state;
    case 'timed-out':
      return timedOut(state);
  }
}

/** How long the state may last before it times out; null for as long as it takes. */
export function patienceMs(state: GatherState, rules: GatherRules): number | null {
  switch (state.type) {
    case 'waiting':
    case 'keying':
      return rules.timeoutMs;
    case 'hearing':
      return rules.longestSpeechMs;
    case 'pausing':
      return rules.speechTimeoutMs;
    case 'prompting':
    case 'finished':
      return null;
  }
}

function promptEnded(state: GatherState): GatherState {
  if (state.type !== 'prompting') return state;
  return state.speaking === 0
    ? { type: 'waiting' }
    : { type: 'hearing', speaking: state.speaking, heard: [] };
}

function speechBegan(state: GatherState, rules: GatherRules): GatherState {
  switch (state.type) {
    case 'prompting':
      return rules.bargeIn
        ? { type: 'hearing', speaking: state.speaking + 1, heard: [] }
        : { type: 'prompting', speaking: state.speaking + 1 };
    case 'waiting':
      return { type: 'hearing', speaking: 1, heard: [] };
    case 'hearing':
      return { ...state, speaking: state.speaking + 1 };
    case 'pausing':
      return { type: 'hearing', speaking: 1, heard: state.heard };
    case 'keying':
    case 'finished':
      return state;
  }
}

function speechEnded(state: GatherState, speech: RecognisedSpeech | null): GatherState {
  if (state.type === 'prompting') return { type: 'prompting', speaking: Math.max(0, state.speaking - 1) };
  if (state.type !== 'hearing') return state;
  const heard = speech === null ? state.heard : [...state.heard, speech];
  if (state.speaking > 1) return { type: 'hearing', speaking: state.speaking - 1, heard };
  return heard.length === 0 ? { type: 'waiting' } : { type: 'pausing', heard };
}

// Whichever comes first, speech or a key, decides what is gathered.
function keyPressed(state: GatherState, digit: string, rules: GatherRules): GatherState {
  if (state.type !== 'prompting' && state.type !== 'waiting' && state.type !== 'keying') return state;
  const before = state.type === 'keying' ? state.digits : '';
  if (digit === rules.finishOnKey) return finished({ type: 'keys', digits: before });
  const digits = before + digit;
  return digits.length === rules.numDigits ? finished({ type: 'keys', digits }) : { type: 'keying', digits };
}

function timedOut(state: GatherState): GatherState {
  switch (state.type) {
    case 'waiting':
      return finished({ type: 'nothing' });
    case 'hearing':
      return finished(
        state.heard.length === 0 ? { type: 'nothing' } : { type: 'speech', heard: state.heard },
      );
    case 'pausing':
      return finished({ type: 'speech', heard: state.heard });
    case 'keying':
      return finished({ type: 'keys', digits: state.digits });
    case 'prompting':
    case 'finished':
      return state;
  }
}

function finished(result: GatherResult): GatherState {
  return { type: 'finished', result };
}
