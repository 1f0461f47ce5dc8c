import type { AiInstruction, Heard, PlayedAudio } from '../../carrier-events.ts';
import { type KnownLanguage, knownLanguage } from '../speech.ts';

/** Where a ConversationRelay session stands. */
export type RelayState =
  | { readonly type: 'unopened' }
  | {
      readonly type: 'listening';
      readonly round: number;
      readonly silenceSeconds: number;
      readonly language: KnownLanguage;
      /** Null where there is nothing to interrupt, or it was. */
      readonly saying: Saying | null;
      /** What Twilio guesses that they say; empty before it does. What is not followed by anything surer counts as said. */
      readonly guess: string;
      /** The guess that was answered as what was said: should the recogniser be surer of it after all, it is not said again. */
      readonly answered: string;
      readonly floor: Floor;
    }
  /** The last words of the session, which nothing interrupts. */
  | {
      readonly type: 'parting';
      readonly round: number;
      readonly language: KnownLanguage;
      readonly floor: OurFloor;
    }
  /** `round`: what was said to its end, and goes on as TwiML; null when the session broke. */
  | { readonly type: 'over'; readonly round: number | null };

/** Who speaks. */
type Floor =
  | OurFloor
  | { readonly type: 'quiet' }
  | { readonly type: 'theirs' }
  /** They have stopped; what they said is not recognised yet. */
  | { readonly type: 'recognising' };

/** `sent`: given to Twilio, which has not told yet that it began to say it. */
type OurFloor = { readonly type: 'sent' | 'ours'; readonly longestMs: number };

type Words = Extract<AiInstruction, { readonly type: 'listen' | 'say' }> & { readonly say: string };
type Saying = Extract<Words, { readonly type: 'listen' }>;

/** How much was said when somebody spoke over it. */
interface Interruption {
  readonly utterance: string;
  readonly ms: number;
}

export type RelayEvent =
  | { readonly type: 'instructed'; readonly instruction: AiInstruction }
  | { readonly type: 'we-began' }
  | { readonly type: 'we-stopped' }
  | { readonly type: 'they-began' }
  | { readonly type: 'guessed'; readonly words: string }
  | { readonly type: 'recognised'; readonly words: string }
  | { readonly type: 'keyed'; readonly digits: string }
  | { readonly type: 'they-stopped' }
  | { readonly type: 'interrupted'; readonly until: Interruption }
  /** The time that `patienceMs` gave the state is up. */
  | { readonly type: 'timed-out' }
  | { readonly type: 'broken' };

/** What the session does then, in this order. */
export type RelayEffect =
  | SentEffect
  | HearEffect
  | { readonly type: 'tell-guess'; readonly round: number; readonly words: string }
  | { readonly type: 'cut-words'; readonly saying: Saying; readonly until: Interruption };

/** The round is over, and this is what came of it. */
export interface HearEffect {
  readonly type: 'hear';
  readonly heard: Heard;
}

/** What Twilio is told. */
export type SentEffect =
  | { readonly type: 'switch-language'; readonly language: KnownLanguage }
  | { readonly type: 'say-words'; readonly words: Words }
  | { readonly type: 'press-keys'; readonly digits: string }
  | { readonly type: 'end-session'; readonly round: number };

type Transition = readonly [RelayState, readonly RelayEffect[]];

/** What does not concern the state leaves it as it is: the very same object, without effects. */
export function transitionRelay(state: RelayState, event: RelayEvent): Transition {
  if (state.type === 'over') return only(state);
  switch (event.type) {
    case 'instructed':
      return instructed(event.instruction, state);
    case 'broken':
      return only({ type: 'over', round: null });
    case 'we-began':
      return state.type === 'unopened' || state.floor.type !== 'sent'
        ? only(state)
        : only(withOurs(state, { ...state.floor, type: 'ours' }));
    case 'we-stopped':
      return state.type !== 'unopened' && state.floor.type === 'ours' ? said(state) : only(state);
    case 'they-began':
      return only(state.type === 'listening' && !isOurs(state.floor) ? { ...state, floor: theirs } : state);
    case 'guessed':
      return isListening(state) ? guessing(state, event.words) : only(state);
    case 'recognised':
      return isListening(state) ? recognised(state, event.words) : only(state);
    case 'keyed':
      return isListening(state) ? hear(state, { type: 'keys', digits: event.digits }) : only(state);
    case 'they-stopped':
      return state.type === 'listening' && state.floor.type === 'theirs'
        ? only({ ...state, floor: { type: 'recognising' } })
        : only(state);
    case 'interrupted':
      return state.type === 'listening' ? interrupted(state, event.until) : only(state);
    case 'timed-out':
      return state.type === 'unopened' ? only(state) : timedOut(state);
  }
}

/** Nobody is listened to while what must be said whole is said; the transcription takes it into the next turn. */
export function isListening(state: RelayState): state is Listening {
  return state.type === 'listening' && !(isOurs(state.floor) && state.saying?.interruptible === false);
}

/** How long the state may last before it times out; null for as long as it takes. */
export function patienceMs(state: RelayState): number | null {
  if (state.type === 'unopened' || state.type === 'over') return null;
  switch (state.floor.type) {
    case 'sent':
    case 'ours':
      return state.floor.longestMs;
    case 'theirs':
      return longestSpeechMs;
    case 'quiet':
      return silenceMs(state);
    case 'recognising':
      return Math.max(recognitionMs, silenceMs(state));
  }
}

/** The recogniser takes a pause for the end of what was said, and then a moment. */
const recognitionMs = 3_000;

/** Noise that nothing is recognised in counts as silence after so long. */
const longestSpeechMs = 20_000;

const quiet = { type: 'quiet' } as const;
const theirs = { type: 'theirs' } as const;

function silenceMs(state: Talking): number {
  return state.type === 'listening' ? Math.max(1, state.silenceSeconds) * 1_000 : 0;
}

function instructed(
  instruction: AiInstruction,
  before: Exclude<RelayState, { readonly type: 'over' }>,
): Transition {
  switch (instruction.type) {
    case 'listen':
      return listening(instruction, before);
    case 'press': {
      const { round, silenceSeconds, digits } = instruction;
      const base = { round, silenceSeconds, language: languageOf(before), answered: answeredIn(before) };
      return [
        { ...base, type: 'listening', saying: null, guess: '', floor: quiet },
        [{ type: 'press-keys', digits }],
      ];
    }
    case 'say': {
      const { round, say, audio } = instruction;
      const language = knownLanguage(instruction.language);
      return [
        { type: 'parting', round, language, floor: sent(say, audio) },
        [...switched(languageOf(before), language), { type: 'say-words', words: instruction }],
      ];
    }
    // TwiML plays hold audio and hangs up: the action of `<Connect>` goes on from here.
    case 'wait':
      return over(instruction.round);
    case 'leave':
      return over(before.type === 'unopened' ? 0 : before.round);
  }
}

function listening(
  instruction: Extract<AiInstruction, { readonly type: 'listen' }>,
  before: Exclude<RelayState, { readonly type: 'over' }>,
): Transition {
  const { round, silenceSeconds, say, audio } = instruction;
  const language = knownLanguage(instruction.language);
  const answered = answeredIn(before);
  const state = { type: 'listening', round, silenceSeconds, language, guess: '', answered } as const;
  const effects = switched(languageOf(before), language);
  if (say === null) return [{ ...state, saying: null, floor: quiet }, effects];
  const saying = { ...instruction, say };
  return [{ ...state, saying, floor: sent(say, audio) }, [...effects, { type: 'say-words', words: saying }]];
}

function guessing(state: Listening, words: string): Transition {
  if (words === state.answered) return only({ ...state, answered: '' });
  const floor = isOurs(state.floor) ? state.floor : theirs;
  const { round } = state;
  return [{ ...state, guess: words, answered: '', floor }, [{ type: 'tell-guess', round, words }]];
}

function recognised(state: Listening, words: string): Transition {
  return words === state.answered ? only({ ...state, answered: '' }) : hear(state, speech(words));
}

/** After our own words it is their turn; after theirs, what was guessed is all that was heard, and without a guess it is silence. */
function timedOut(state: Talking): Transition {
  if (isOurs(state.floor)) return said(state);
  if (state.type !== 'listening') return only(state);
  const { guess } = state;
  return guess === '' ? hear(state, { type: 'silence' }) : hear(state, speech(guess), guess);
}

function hear(state: Listening, heard: Heard, answered = ''): Transition {
  return [{ ...state, answered }, [{ type: 'hear', heard }]];
}

/** Twilio gives no figure for how sure it is: zero says so. */
function speech(text: string): Heard {
  return { type: 'speech', text, confidence: 0 };
}

/** Twilio may tell it after it has told that our words ended. */
function interrupted(state: Listening, until: Interruption): Transition {
  const { saying, floor } = state;
  if (saying === null) return only(state);
  return [
    { ...state, saying: null, floor: isOurs(floor) ? theirs : floor },
    [{ type: 'cut-words', saying, until }],
  ];
}

/** A session begins in Japanese. */
function languageOf(state: Exclude<RelayState, { readonly type: 'over' }>): KnownLanguage {
  return state.type === 'unopened' ? 'ja-JP' : state.language;
}

function answeredIn(state: RelayState): string {
  return state.type === 'listening' ? state.answered : '';
}

function switched(before: KnownLanguage, language: KnownLanguage): readonly RelayEffect[] {
  return language === before ? [] : [{ type: 'switch-language', language }];
}

/** Twilio tells when it has said something; should it not, then nobody speaks as slowly as this. */
function sent(words: string, audio?: PlayedAudio): OurFloor {
  return { type: 'sent', longestMs: 3_000 + (audio?.milliseconds ?? 250 * words.length) };
}

function isOurs(floor: Floor): floor is OurFloor {
  return floor.type === 'sent' || floor.type === 'ours';
}

type Listening = Extract<RelayState, { readonly type: 'listening' }>;
type Talking = Extract<RelayState, { readonly floor: Floor }>;

function withOurs(state: Talking, floor: OurFloor): RelayState {
  return state.type === 'parting' ? { ...state, floor } : { ...state, floor };
}

function said(state: Talking): Transition {
  return state.type === 'parting' ? over(state.round) : only({ ...state, floor: quiet });
}

function over(round: number): Transition {
  return [{ type: 'over', round }, [{ type: 'end-session', round }]];
}

function only(state: RelayState): Transition {
  return [state, []];
}
