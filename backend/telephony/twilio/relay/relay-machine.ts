import type { AiInstruction, PlayedAudio } from '../../carrier-events.ts';

/** Where a ConversationRelay session stands. */
export type RelayState =
  | { readonly type: 'unopened' }
  | {
      readonly type: 'listening';
      readonly round: number;
      readonly silenceSeconds: number;
      readonly floor: Floor;
    }
  /** The last words of the session, which nothing interrupts. */
  | { readonly type: 'parting'; readonly round: number; readonly floor: OurFloor }
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

export type RelayEvent =
  | { readonly type: 'instructed'; readonly instruction: AiInstruction }
  | { readonly type: 'we-began' }
  | { readonly type: 'we-stopped' }
  | { readonly type: 'they-began' }
  | { readonly type: 'they-stopped' }
  | { readonly type: 'interrupted' }
  /** The time that `patienceMs` gave the state is up. */
  | { readonly type: 'timed-out' }
  | { readonly type: 'broken' };

/** What does not concern the state leaves it as it is: the very same object. */
export function transitionRelay(state: RelayState, event: RelayEvent): RelayState {
  if (state.type === 'over') return state;
  switch (event.type) {
    case 'instructed':
      return instructed(event.instruction, state);
    case 'broken':
      return { type: 'over', round: null };
    case 'we-began':
      return state.type === 'unopened' || state.floor.type !== 'sent'
        ? state
        : withOurs(state, { ...state.floor, type: 'ours' });
    case 'we-stopped':
      return state.type !== 'unopened' && state.floor.type === 'ours' ? said(state) : state;
    case 'they-began':
      return state.type === 'listening' && !isOurs(state.floor) ? { ...state, floor: theirs } : state;
    case 'they-stopped':
      return state.type === 'listening' && state.floor.type === 'theirs'
        ? { ...state, floor: { type: 'recognising' } }
        : state;
    case 'interrupted':
      return state.type === 'listening' && isOurs(state.floor) ? { ...state, floor: theirs } : state;
    case 'timed-out':
      return state.type !== 'unopened' && isOurs(state.floor) ? said(state) : state;
  }
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
): RelayState {
  switch (instruction.type) {
    case 'listen': {
      const { round, silenceSeconds, say, audio } = instruction;
      return { type: 'listening', round, silenceSeconds, floor: say === null ? quiet : sent(say, audio) };
    }
    case 'press': {
      const { round, silenceSeconds } = instruction;
      return { type: 'listening', round, silenceSeconds, floor: quiet };
    }
    case 'say':
      return { type: 'parting', round: instruction.round, floor: sent(instruction.say, instruction.audio) };
    // TwiML plays hold audio and hangs up: the action of `<Connect>` goes on from here.
    case 'wait':
      return { type: 'over', round: instruction.round };
    case 'leave':
      return { type: 'over', round: before.type === 'unopened' ? 0 : before.round };
  }
}

/** Twilio tells when it has said something; should it not, then nobody speaks as slowly as this. */
function sent(words: string, audio?: PlayedAudio): OurFloor {
  return { type: 'sent', longestMs: 3_000 + (audio?.milliseconds ?? 250 * words.length) };
}

function isOurs(floor: Floor): floor is OurFloor {
  return floor.type === 'sent' || floor.type === 'ours';
}

type Talking = Extract<RelayState, { readonly floor: Floor }>;

function withOurs(state: Talking, floor: OurFloor): RelayState {
  return state.type === 'parting' ? { ...state, floor } : { ...state, floor };
}

function said(state: Talking): RelayState {
  return state.type === 'parting' ? { type: 'over', round: state.round } : { ...state, floor: quiet };
}
