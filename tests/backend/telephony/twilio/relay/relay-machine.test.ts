import { describe, expect, it } from 'vitest';
import {
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

function stateAfter(...events: (RelayEvent | Exclude<RelayEvent['type'], 'instructed'>)[]): RelayState {
  return events.reduce<RelayState>(
    (state, event) => transitionRelay(state, typeof event === 'string' ? { type: event } : event),
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

  it('takes the end of what was said before for nothing', () => {
    const state = stateAfter(instruct(listen), 'we-began', instruct({ ...listen, round: 2 }), 'we-stopped');

    expect(state).toMatchObject({ round: 2, floor: { type: 'sent' } });
  });

  it('goes on when Twilio never tells that something was said', () => {
    const state = stateAfter(instruct(listen), 'timed-out');

    expect(state).toMatchObject({ floor: { type: 'quiet' } });
  });

  it('lets them speak who interrupt', () => {
    expect(stateAfter(instruct(listen), 'we-began', 'interrupted')).toMatchObject({
      floor: { type: 'theirs' },
    });
  });

  const say = { type: 'say', round: 4, say: '失礼いたします。', language: 'ja-JP' } as const;

  it.each(['they-began', 'they-stopped', 'interrupted'] as const)(
    'is not kept from saying its last words when %s',
    (type) => {
      expect(stateAfter(instruct(say), 'we-began', type)).toMatchObject({
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
    expect(transitionRelay(over, instruct(listen))).toBe(over);
    expect(patienceMs(over)).toBeNull();
  });
});
