import { announcesHandover, asksToRepeat, isFarewell } from './heard-words.ts';
import type { AfterReply, Menu, Reception, Script } from './persona.ts';

/** What a persona is doing. `wait` in the actions of the step that led here says how long before it gets a `waited`. */
export type PersonaState =
  | { readonly type: 'ringing' }
  /** The breath between picking up and speaking. */
  | { readonly type: 'picking-up'; readonly reception: Reception }
  | { readonly type: 'menu'; readonly told: number }
  | { readonly type: 'announcing'; readonly recordsMs: number }
  /** Silent, until it hangs up. */
  | { readonly type: 'saying-nothing' }
  /** Its own `words` are under way. `reply` is the number of the last one given, -1 after the greeting. */
  | {
      readonly type: 'speaking';
      readonly reception: Reception;
      readonly reply: number;
      readonly words: string;
      readonly afterwards: AfterReply;
    }
  /** `words` were its last ones. `called` counts the times it asked into silence whether anybody is there. */
  | {
      readonly type: 'listening';
      readonly reception: Reception;
      readonly reply: number;
      readonly words: string;
      readonly called: number;
    }
  | { readonly type: 'away'; readonly reception: Reception; readonly reply: number; readonly back: string }
  /** A human of the other side was announced. */
  | { readonly type: 'expecting'; readonly reception: Reception }
  | { readonly type: 'talking'; readonly reception: Reception; readonly sentence: number }
  | { readonly type: 'leaving' }
  | { readonly type: 'gone' };

export type PersonaEvent =
  | { readonly type: 'answered' }
  /** Its own words are over. */
  | { readonly type: 'spoke' }
  /** The other side has finished; everything it said since the persona last reacted. */
  | { readonly type: 'heard'; readonly words: string }
  | { readonly type: 'heard-key'; readonly digit: string }
  | { readonly type: 'waited' };

export type PersonaAction =
  | { readonly type: 'say'; readonly words: string }
  /** In place of any wait before. */
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'play-melody'; readonly ms: number }
  | { readonly type: 'hang-up' };

export interface PersonaStep {
  readonly state: PersonaState;
  readonly actions: readonly PersonaAction[];
}

const FIRST_WORDS_AFTER_MS = 600;
/** For how long the other side may be silent before somebody wonders whether the line is dead. */
const PATIENCE_MS = 8_000;
const MOST_CALLS_INTO_SILENCE = 2;
const HUMAN_EXPECTED_AFTER_MS = 3_000;
const BETWEEN_SENTENCES_MS = 1_500;
const MENU_PAUSE_MS = 6_000;
const MENU_TELLINGS = 2;
const LISTEN: AfterReply = { type: 'listen' };

export const startOfPersona: PersonaState = { type: 'ringing' };

export function transitionPersona(state: PersonaState, event: PersonaEvent, script: Script): PersonaStep {
  switch (event.type) {
    case 'answered':
      return state.type === 'ringing' ? pickUp(script) : stay(state);
    case 'spoke':
      return spoke(state);
    case 'heard':
      return heard(state, event.words);
    case 'heard-key':
      return script.type === 'menu' ? keyHeard(state, event.digit, script) : stay(state);
    case 'waited':
      return waited(state, script);
  }
}

function pickUp(script: Script): PersonaStep {
  switch (script.type) {
    case 'reception':
      return step({ type: 'picking-up', reception: script }, { type: 'wait', ms: FIRST_WORDS_AFTER_MS });
    case 'menu':
      return step({ type: 'menu', told: 1 }, { type: 'say', words: script.prompt });
    case 'voicemail':
      return step(
        { type: 'announcing', recordsMs: script.recordsMs },
        { type: 'say', words: script.greeting },
      );
    case 'wordless':
      return step({ type: 'saying-nothing' }, { type: 'wait', ms: script.hangsUpAfterMs });
  }
}

function spoke(state: PersonaState): PersonaStep {
  switch (state.type) {
    case 'speaking':
      return afterReply(state);
    case 'menu':
      return step(state, { type: 'wait', ms: MENU_PAUSE_MS });
    case 'talking':
      return step(state, { type: 'wait', ms: BETWEEN_SENTENCES_MS });
    case 'announcing':
      return step({ type: 'saying-nothing' }, { type: 'wait', ms: state.recordsMs });
    case 'leaving':
      return step({ type: 'gone' }, { type: 'hang-up' });
    default:
      return stay(state);
  }
}

function afterReply({
  reception,
  reply,
  words,
  afterwards,
}: Extract<PersonaState, { type: 'speaking' }>): PersonaStep {
  switch (afterwards.type) {
    case 'listen':
      return step(
        { type: 'listening', reception, reply, words, called: 0 },
        { type: 'wait', ms: PATIENCE_MS },
      );
    case 'hang-up':
      return step({ type: 'gone' }, { type: 'hang-up' });
    case 'hold': {
      const away: PersonaState = { type: 'away', reception, reply, back: afterwards.back };
      const wait: PersonaAction = { type: 'wait', ms: afterwards.ms };
      return afterwards.melody
        ? step(away, { type: 'play-melody', ms: afterwards.ms }, wait)
        : step(away, wait);
    }
  }
}

function heard(state: PersonaState, words: string): PersonaStep {
  switch (state.type) {
    case 'listening':
      return react(state, words);
    case 'expecting':
    case 'talking':
      return isFarewell(words) ? farewell() : stay(state);
    default:
      return stay(state);
  }
}

function react(state: Extract<PersonaState, { type: 'listening' }>, words: string): PersonaStep {
  const { reception, reply } = state;
  if (isFarewell(words)) return farewell();
  if (announcesHandover(words)) {
    return step({ type: 'expecting', reception }, { type: 'wait', ms: HUMAN_EXPECTED_AFTER_MS });
  }
  if (reception.askedToRepeat === 'repeats' && asksToRepeat(words)) {
    return say(reception, { say: state.words, afterwards: LISTEN }, reply);
  }
  const next = Math.min(reply + 1, reception.replies.length - 1);
  return say(reception, reception.replies[next] ?? reception.replies[0], next);
}

function keyHeard(state: PersonaState, digit: string, { key, reception }: Menu): PersonaStep {
  if (state.type !== 'menu' || digit !== key) return stay(state);
  return say(reception, { say: reception.greeting, afterwards: LISTEN }, -1);
}

function waited(state: PersonaState, script: Script): PersonaStep {
  switch (state.type) {
    case 'picking-up':
      return say(state.reception, { say: state.reception.greeting, afterwards: LISTEN }, -1);
    case 'listening':
      return speakIntoSilence(state);
    case 'away':
      return say(state.reception, { say: state.back, afterwards: LISTEN }, state.reply);
    case 'expecting':
      return talk(state.reception, 0);
    case 'talking':
      return talk(state.reception, state.sentence + 1);
    case 'menu':
      return tellAgain(state, script);
    case 'saying-nothing':
      return step({ type: 'gone' }, { type: 'hang-up' });
    default:
      return stay(state);
  }
}

function speakIntoSilence(state: Extract<PersonaState, { type: 'listening' }>): PersonaStep {
  if (state.called >= MOST_CALLS_INTO_SILENCE) return step({ type: 'gone' }, { type: 'hang-up' });
  return step(
    { ...state, called: state.called + 1 },
    // Perhaps what was said before was not heard, either.
    { type: 'say', words: state.called === 0 ? 'もしもし。' : `もしもし、${state.words}` },
    { type: 'wait', ms: PATIENCE_MS },
  );
}

function tellAgain({ told }: Extract<PersonaState, { type: 'menu' }>, script: Script): PersonaStep {
  if (told >= MENU_TELLINGS || script.type !== 'menu') return step({ type: 'gone' }, { type: 'hang-up' });
  return step({ type: 'menu', told: told + 1 }, { type: 'say', words: script.prompt });
}

function talk(reception: Reception, sentence: number): PersonaStep {
  const words = reception.talk[sentence % reception.talk.length] ?? reception.talk[0];
  return step({ type: 'talking', reception, sentence }, { type: 'say', words });
}

function say(
  reception: Reception,
  { say: words, afterwards }: { say: string; afterwards: AfterReply },
  reply: number,
): PersonaStep {
  return step({ type: 'speaking', reception, reply, words, afterwards }, { type: 'say', words });
}

function farewell(): PersonaStep {
  return step({ type: 'leaving' }, { type: 'say', words: '失礼いたします。' });
}

function step(state: PersonaState, ...actions: readonly PersonaAction[]): PersonaStep {
  return { state, actions };
}

function stay(state: PersonaState): PersonaStep {
  return { state, actions: [] };
}
