import { describe, expect, it } from 'vitest';
import {
  isListening,
  patienceMs,
  type RelayEvent,
  type RelayState,
  transitionRelay,
} from '../../../../../backend/telephony/twilio/relay/relay-machine.ts';

const listen = {
  type: 'listen',
  round: 1,
  say: 'もしもし',
  interruptible: true,
  silenceSeconds: 5,
  language: 'ja-JP',
  hints: [],
} as const;
const instruct = (instruction: Extract<RelayEvent, { type: 'instructed' }>['instruction']): RelayEvent => ({
  type: 'instructed',
  instruction,
});

const interrupted = { type: 'interrupted', until: { utterance: 'もし', ms: 300 } } as const;

function stateAfter(
  ...events: (
    | RelayEvent
    | Exclude<RelayEvent['type'], 'instructed' | 'interrupted' | 'guessed' | 'recognised' | 'keyed'>
  )[]
): RelayState {
  return events.reduce<RelayState>(
    (state, event) => transitionRelay(state, typeof event === 'string' ? { type: event } : event)[0],
    { type: 'unopened' },
  );
}

describe('transitionRelay', () => {
  it('counts silence from the end of what was said', () => {
    const saying = stateAfter(instruct(listen), 'we-began');
    const said = stateAfter(instruct(listen), 'we-began', 'we-stopped');

    expect(saying).toMatchObject({ floor: { type: 'ours' } });
    expect(said).toMatchObject({ type: 'listening', round: 1, floor: { type: 'quiet' } });
    expect(patienceMs(said)).toBe(5_000);
  });

  it('counts silence at once where nothing is said', () => {
    const state = stateAfter(instruct({ ...listen, say: null, silenceSeconds: 1 }));

    expect(patienceMs(state)).toBe(1_000);
  });

  it('leaves the recogniser time after they have spoken, also in a short round', () => {
    const state = stateAfter(
      instruct({ ...listen, say: null, silenceSeconds: 1 }),
      'they-began',
      'they-stopped',
    );

    expect(state).toMatchObject({ floor: { type: 'recognising' } });
    expect(patienceMs(state)).toBe(3_000);
  });

  it('keeps the newest guess for as long as the round lasts', () => {
    const guess = (words: string) => ({ type: 'guessed', words }) as const;
    const guessed = stateAfter(instruct({ ...listen, say: null }), guess('どち'), guess('どちら様'));

    expect(guessed).toMatchObject({ guess: 'どちら様', floor: { type: 'theirs' } });
    expect(transitionRelay(guessed, instruct({ ...listen, round: 2 }))[0]).toMatchObject({ guess: '' });
  });

  it('hears silence in a round without a word, and what was guessed in one that nothing surer follows', () => {
    const silent = stateAfter(instruct({ ...listen, say: null }));
    const guessed = stateAfter(instruct({ ...listen, say: null }), { type: 'guessed', words: 'どちら様' });

    expect(transitionRelay(silent, { type: 'timed-out' })[1]).toEqual([
      { type: 'hear', heard: { type: 'silence' } },
    ]);
    expect(transitionRelay(guessed, { type: 'timed-out' })[1]).toEqual([
      { type: 'hear', heard: { type: 'speech', text: 'どちら様', confidence: 0 } },
    ]);
  });

  it('hears no more than once what was guessed first and recognised too late', () => {
    const answered = stateAfter(
      instruct({ ...listen, say: null }),
      { type: 'guessed', words: 'どちら様' },
      'timed-out',
      instruct({ ...listen, round: 2 }),
    );
    const [state, effects] = transitionRelay(answered, { type: 'recognised', words: 'どちら様' });

    expect(effects).toEqual([]);
    expect(transitionRelay(state, { type: 'recognised', words: 'どちら様' })[1]).toMatchObject([
      { type: 'hear' },
    ]);
  });

  it('keeps a guess over its own words, which go on', () => {
    const state = stateAfter(instruct(listen), 'we-began', { type: 'guessed', words: 'はい' });

    expect(state).toMatchObject({ guess: 'はい', floor: { type: 'ours' } });
  });

  it('takes the end of what was said before for nothing', () => {
    const state = stateAfter(instruct(listen), 'we-began', instruct({ ...listen, round: 2 }), 'we-stopped');

    expect(state).toMatchObject({ round: 2, floor: { type: 'sent' } });
  });

  it('goes on when Twilio never tells that something was said', () => {
    const state = stateAfter(instruct(listen), 'timed-out');

    expect(state).toMatchObject({ floor: { type: 'quiet' } });
  });

  it('lets them speak who interrupt', () => {
    const [state, effects] = transitionRelay(stateAfter(instruct(listen), 'we-began'), interrupted);

    expect(state).toMatchObject({ saying: null, floor: { type: 'theirs' } });
    expect(effects).toEqual([{ type: 'cut-words', saying: listen, until: interrupted.until }]);
    expect(transitionRelay(state, interrupted)).toEqual([state, []]);
  });

  it('is told of an interruption after its words have ended', () => {
    const before = stateAfter(instruct(listen), 'we-began', 'we-stopped', 'they-began');

    const [state, effects] = transitionRelay(before, interrupted);

    expect(state).toEqual({ ...before, saying: null });
    expect(effects).toMatchObject([{ type: 'cut-words' }]);
  });

  it('listens over its words, unless they must be said whole', () => {
    const whole = instruct({ ...listen, interruptible: false });

    expect(isListening(stateAfter(instruct(listen), 'we-began'))).toBe(true);
    expect(isListening(stateAfter(whole, 'we-began'))).toBe(false);
    expect(isListening(stateAfter(whole, 'we-began', 'we-stopped'))).toBe(true);
  });

  it('switches the language before it speaks, and stays in it', () => {
    const english = instruct({ ...listen, say: 'Hello.', language: 'en-US' });
    const press = instruct({ type: 'press', round: 2, digits: '1', silenceSeconds: 5 });

    const [first, effects] = transitionRelay(stateAfter(), english);
    const [pressed] = transitionRelay(first, press);

    expect(effects.map(({ type }) => type)).toEqual(['switch-language', 'say-words']);
    expect(transitionRelay(pressed, english)[1].map(({ type }) => type)).toEqual(['say-words']);
  });

  const say = { type: 'say', round: 4, say: '失礼いたします。', language: 'ja-JP' } as const;

  it.each([{ type: 'they-began' }, { type: 'they-stopped' }, interrupted] as const)(
    'is not kept from saying its last words when $type',
    (event) => {
      expect(stateAfter(instruct(say), 'we-began', event)).toMatchObject({
        type: 'parting',
        floor: { type: 'ours' },
      });
    },
  );

  it('is over when its last words are said', () => {
    expect(stateAfter(instruct(say), 'we-began', 'we-stopped')).toEqual({ type: 'over', round: 4 });
    expect(stateAfter(instruct(say), 'timed-out')).toEqual({ type: 'over', round: 4 });
  });

  it('leaves hold audio and hanging up to TwiML', () => {
    expect(stateAfter(instruct({ type: 'wait', round: 7, say: null, seconds: 10 }))).toEqual({
      type: 'over',
      round: 7,
    });
    expect(stateAfter(instruct(listen), instruct({ type: 'leave' }))).toEqual({ type: 'over', round: 1 });
  });

  it('stays over', () => {
    const over = stateAfter(instruct(listen), 'broken');

    expect(over).toEqual({ type: 'over', round: null });
    expect(transitionRelay(over, instruct(listen))[0]).toBe(over);
    expect(patienceMs(over)).toBeNull();
  });
});
