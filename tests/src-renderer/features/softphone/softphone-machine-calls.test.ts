import { describe, expect, it } from 'vitest';
import { callIdSchema, legIdSchema } from '../../../../backend/contract/ids.ts';
import {
  type OnCall,
  type SoftphoneEvent,
  type SoftphoneState,
  transitionSoftphone,
} from '../../../../src-renderer/features/softphone/softphone-machine.ts';
import {
  idle,
  interrupted,
  line,
  onCall,
  reachable,
  reopen,
  startedAt,
  unreachable,
} from '../../support/softphone-states.ts';

function stateAfter(...events: SoftphoneEvent[]): SoftphoneState {
  return events.reduce<SoftphoneState>((state, event) => transitionSoftphone(state, event)[0], {
    phase: 'off',
  });
}

describe('transitionSoftphone in a call', () => {
  it('answers its leg at once: the agent has accepted already', () => {
    expect(transitionSoftphone({ phase: 'ready' }, { type: 'rung', line })).toEqual([
      { phase: 'connecting', line },
      [{ type: 'answer' }],
    ]);
  });

  it('goes through a whole call and is ready for the next', () => {
    const state = stateAfter(
      { type: 'switched-on' },
      { type: 'registered' },
      { type: 'rung', line },
      { type: 'answered', at: startedAt },
      { type: 'mute-chosen', muted: true },
      { type: 'ended', registered: true },
    );

    expect(state).toEqual({ phase: 'ready' });
  });

  it('answers a test call by itself, ends it when told to, and is ready again', () => {
    const testing: SoftphoneState = { phase: 'testing' };

    expect(transitionSoftphone({ phase: 'ready' }, { type: 'test-rung' })).toEqual([
      testing,
      [{ type: 'answer-test' }],
    ]);
    expect(transitionSoftphone(testing, { type: 'test-end-chosen' })).toEqual([
      testing,
      [{ type: 'hang-up-test' }],
    ]);
    expect(transitionSoftphone(testing, { type: 'mute-chosen', muted: true })).toEqual([testing, []]);
    expect(transitionSoftphone(testing, { type: 'test-ended', registered: true })).toEqual([
      { phase: 'ready' },
      [reachable],
    ]);
  });

  it('lets a call end a test, and no test come into a call', () => {
    expect(transitionSoftphone({ phase: 'testing' }, { type: 'rung', line })).toEqual([
      { phase: 'connecting', line },
      [{ type: 'hang-up-test' }, { type: 'answer' }],
    ]);
    expect(transitionSoftphone(onCall, { type: 'test-ended', registered: true })).toEqual([onCall, []]);
    expect(transitionSoftphone(onCall, { type: 'test-rung' })).toEqual([onCall, [{ type: 'hang-up-test' }]]);
  });

  it('mutes and presses keys only while somebody is on the line', () => {
    expect(transitionSoftphone(onCall, { type: 'mute-chosen', muted: true })).toEqual([
      { ...onCall, muted: true },
      [{ type: 'set-mute', muted: true }],
    ]);
    expect(transitionSoftphone(onCall, { type: 'key-pressed', digit: '5' })[1]).toEqual([
      { type: 'send-digit', digit: '5' },
    ]);
    expect(transitionSoftphone({ phase: 'ready' }, { type: 'mute-chosen', muted: true })[1]).toEqual([]);
    expect(transitionSoftphone({ phase: 'ready' }, { type: 'key-pressed', digit: '5' })[1]).toEqual([]);
  });

  it.each([{ phase: 'connecting', line } as const, onCall, interrupted])(
    'can hang up while $phase, and waits to be told that it is over',
    (state) => {
      const hangUp = { type: 'hang-up-chosen', callId: line.callId } as const;

      expect(transitionSoftphone(state, hangUp)).toEqual([state, [{ type: 'hang-up' }]]);
    },
  );

  it('stays on a call that has come while another one was being left', () => {
    const left = { type: 'hang-up-chosen', callId: callIdSchema.parse(`call_${'9'.repeat(20)}`) } as const;

    expect(transitionSoftphone(onCall, left)).toEqual([onCall, []]);
  });

  it('keeps the call, muted as it was, through a loss of the line', () => {
    const muted: OnCall = { ...onCall, muted: true };
    const [lost, effects] = transitionSoftphone(muted, { type: 'line-lost' });

    expect([lost, effects]).toEqual([
      { ...muted, phase: 'line-interrupted' },
      [{ type: 'await-line', legId: line.legId }],
    ]);
    expect(transitionSoftphone(lost, { type: 'line-restored' })).toEqual([muted, []]);
  });

  it('gives up a line whose sound has been away for too long, and tells the agent so', () => {
    const over = { type: 'line-not-back', legId: line.legId } as const;

    const [state, effects] = transitionSoftphone(interrupted, over);

    expect(state).toEqual({ phase: 'registering' });
    expect(effects[0]).toEqual({ type: 'hang-up' });
    expect(effects.at(-1)).toEqual({ type: 'tell-line-lost', callId: line.callId });
  });

  it('gives up no line that is back, and none for another one', () => {
    const another = legIdSchema.parse(`leg_${'z'.repeat(20)}`);

    expect(transitionSoftphone(onCall, { type: 'line-not-back', legId: line.legId })).toEqual([onCall, []]);
    expect(transitionSoftphone(interrupted, { type: 'line-not-back', legId: another })).toEqual([
      interrupted,
      [],
    ]);
  });

  it('mutes at once while the line is mended, and presses no keys into it', () => {
    expect(transitionSoftphone(interrupted, { type: 'mute-chosen', muted: true })).toEqual([
      { ...interrupted, muted: true },
      [{ type: 'set-mute', muted: true }],
    ]);
    expect(transitionSoftphone(interrupted, { type: 'key-pressed', digit: '5' })[1]).toEqual([]);
  });

  it('keeps what the carrier says of the sound for as long as the call lasts', () => {
    const bad = { type: 'quality-changed', troubles: ['poor-network'] } as const;

    for (const state of [onCall, interrupted]) {
      expect(transitionSoftphone(state, bad)).toEqual([{ ...state, troubles: ['poor-network'] }, []]);
    }
    expect(transitionSoftphone({ phase: 'ready' }, bad)).toEqual([{ phase: 'ready' }, []]);
  });

  it('knows after a call whether it can be rung again', () => {
    expect(transitionSoftphone(onCall, { type: 'ended', registered: true })).toEqual([
      { phase: 'ready' },
      [reachable],
    ]);
    expect(transitionSoftphone(interrupted, { type: 'ended', registered: false })).toEqual([
      idle,
      [unreachable, { type: 'retry-soon' }],
    ]);
  });

  it('gives up a line that the server does not know any more, and no other', () => {
    const other = { type: 'line-disowned', legId: legIdSchema.parse(`leg_${'9'.repeat(20)}`) } as const;

    expect(transitionSoftphone(interrupted, { type: 'line-disowned', legId: line.legId })).toEqual([
      { phase: 'registering' },
      [{ type: 'hang-up' }, ...reopen],
    ]);
    expect(transitionSoftphone(onCall, other)).toEqual([onCall, []]);
  });
});
