import type { AiInstruction, PlayedAudio } from '../../carrier-events.ts';
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
  | { readonly type: 'they-stopped' }
  | { readonly type: 'interrupted'; readonly until: Interruption }
  /** The time that `patienceMs` gave the state is up. */
  | { readonly type: 'timed-out' }
  | { readonly type: 'broken' };

/** What the session does then, in this order. */
export type RelayEffect =
  | SentEffect
  | { readonly type: 'cut-words'; readonly saying: Saying; readonly until: Interruption };

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
      return state.type === 'listening' ? only(guessing(state, event.words)) : only(state);
    case 'they-stopped':
      return state.type === 'listening' && state.floor.type === 'theirs'
        ? only({ ...state, floor: { type: 'recognising' } })
        : only(state);
    case 'interrupted':
      return state.type === 'listening' ? interrupted(state, event.until) : only(state);
    case 'timed-out':
      return state.type !== 'unopened' && isOurs(state.floor) ? said(state) : only(state);
  }
}

/** Nobody is listened to while what must be said whole is said; the transcription takes it into the next turn. */
export function isListening(state: RelayState): state is Listening {
  return state.type === 'listening' && !(isOurs(state.floor) && state.saying?.interruptible === false);
}

/** Whether the state waits for the end of our own words. */
export function isOurTurn(state: RelayState): boolean {
  return (state.type === 'listening' || state.type === 'parting') && isOurs(state.floor);
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
      return listening(instruction, languageOf(before));
    case 'press': {
      const { round, silenceSeconds, digits } = instruction;
      const language = languageOf(before);
      return [
        { type: 'listening', round, silenceSeconds, language, saying: null, guess: '', floor: quiet },
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
  before: KnownLanguage,
): Transition {
  const { round, silenceSeconds, say, audio } = instruction;
  const language = knownLanguage(instruction.language);
  const state = { type: 'listening', round, silenceSeconds, language, guess: '' } as const;
  const effects = switched(before, language);
  if (say === null) return [{ ...state, saying: null, floor: quiet }, effects];
  const saying = { ...instruction, say };
  return [{ ...state, saying, floor: sent(say, audio) }, [...effects, { type: 'say-words', words: saying }]];
}

function guessing(state: Listening, guess: string): RelayState {
  return { ...state, guess, floor: isOurs(state.floor) ? state.floor : theirs };
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
