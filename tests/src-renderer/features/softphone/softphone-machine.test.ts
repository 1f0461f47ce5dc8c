import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callIdSchema, handoffIdSchema, legIdSchema } from '../../../../backend/contract/ids.ts';
import {
  type Line,
  type OnCall,
  type SoftphoneEvent,
  type SoftphoneState,
  transitionSoftphone,
} from '../../../../src-renderer/features/softphone/softphone-machine.ts';

const line: Line = {
  callId: callIdSchema.parse(`call_${'0'.repeat(20)}`),
  legId: legIdSchema.parse(`leg_${'0'.repeat(20)}`),
  handoffId: handoffIdSchema.parse(`handoff_${'0'.repeat(20)}`),
};
const startedAt = new Date('2026-11-02T01:00:00Z');
const onCall: OnCall = { phase: 'on-call', line, muted: false, troubles: [], startedAt };
const idle: SoftphoneState = { phase: 'reconnecting', interrupted: null };
const interrupted: SoftphoneState = { phase: 'reconnecting', interrupted: onCall };

const reachable = { type: 'report-registration', registered: true };
const unreachable = { type: 'report-registration', registered: false };
const reopen = [{ type: 'close-device' }, { type: 'open-device' }];

function stateAfter(...events: SoftphoneEvent[]): SoftphoneState {
  return events.reduce<SoftphoneState>((state, event) => transitionSoftphone(state, event)[0], {
    phase: 'off',
  });
}

describe('transitionSoftphone', () => {
  it('is ready, and tells the server so, once it is registered', () => {
    expect(transitionSoftphone({ phase: 'registering' }, { type: 'registered' })).toEqual([
      { phase: 'ready' },
      [reachable],
    ]);
  });

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
    expect(transitionSoftphone(testing, { type: 'hang-up-chosen' })).toEqual([
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
      expect(transitionSoftphone(state, { type: 'hang-up-chosen' })).toEqual([state, [{ type: 'hang-up' }]]);
    },
  );

  it('keeps the call, muted as it was, through a loss of the connection', () => {
    const muted: OnCall = { ...onCall, muted: true };
    const [lost, effects] = transitionSoftphone(muted, { type: 'interrupted' });

    expect(lost).toEqual({ phase: 'reconnecting', interrupted: muted });
    expect(effects).toEqual([unreachable]);
    expect(transitionSoftphone(lost, { type: 'restored' })[0]).toEqual(muted);
    expect(transitionSoftphone(lost, { type: 'registered' })[0]).toEqual(muted);
  });

  it('keeps what the carrier says of the sound for as long as the call lasts', () => {
    const bad = { type: 'quality-changed', troubles: ['poor-network'] } as const;
    const lost: SoftphoneState = { phase: 'reconnecting', interrupted: onCall };

    expect(transitionSoftphone(onCall, bad)).toEqual([{ ...onCall, troubles: ['poor-network'] }, []]);
    expect(transitionSoftphone(lost, bad)[0]).toEqual({
      phase: 'reconnecting',
      interrupted: { ...onCall, troubles: ['poor-network'] },
    });
    expect(transitionSoftphone({ phase: 'ready' }, bad)).toEqual([{ phase: 'ready' }, []]);
  });

  it('knows after a call whether it can be rung again', () => {
    expect(transitionSoftphone(onCall, { type: 'ended', registered: true })).toEqual([
      { phase: 'ready' },
      [reachable],
    ]);
    expect(transitionSoftphone(interrupted, { type: 'ended', registered: false })).toEqual([
      idle,
      [unreachable],
    ]);
  });

  it.each(['carrier-unreachable', 'token-refused'] as const)('tries again by itself after %s', (reason) => {
    expect(transitionSoftphone({ phase: 'registering' }, { type: 'failed', reason })).toEqual([
      { phase: 'failed', reason },
      [{ type: 'close-device' }, unreachable, { type: 'retry-soon' }],
    ]);
  });

  it('waits for the agent where only the agent can help, and notices a new microphone', () => {
    const [failed, effects] = transitionSoftphone(
      { phase: 'registering' },
      { type: 'failed', reason: 'microphone-missing' },
    );

    expect(effects).toEqual([{ type: 'close-device' }, unreachable]);
    expect(transitionSoftphone(failed, { type: 'microphone-appeared' })).toEqual([
      { phase: 'registering' },
      reopen,
    ]);
    expect(transitionSoftphone({ phase: 'ready' }, { type: 'microphone-appeared' })[1]).toEqual([]);
  });

  it('starts anew on request, but never in the middle of a call', () => {
    for (const state of [{ phase: 'ready' } as const, idle]) {
      expect(transitionSoftphone(state, { type: 'retry-chosen' })).toEqual([
        { phase: 'registering' },
        reopen,
      ]);
    }
    expect(transitionSoftphone(onCall, { type: 'retry-chosen' })).toEqual([onCall, []]);
    expect(transitionSoftphone(interrupted, { type: 'retry-chosen' })).toEqual([interrupted, []]);
  });

  it('hangs up when it is switched off', () => {
    expect(transitionSoftphone(onCall, { type: 'switched-off' })).toEqual([
      { phase: 'off' },
      [{ type: 'hang-up' }, { type: 'close-device' }, unreachable],
    ]);
  });

  it('leaves the server knowing the truth about its reachability, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state: SoftphoneState = { phase: 'off' };
        let reported = false;
        for (const event of events) {
          const [next, effects] = transitionSoftphone(state, event);
          state = next;
          for (const effect of effects) {
            if (effect.type === 'report-registration') reported = effect.registered;
          }
        }

        if (state.phase === 'ready') expect(reported).toBe(true);
        if (state.phase === 'off' || state.phase === 'failed') expect(reported).toBe(false);
        if (state.phase === 'reconnecting') expect(reported).toBe(false);
      }),
    );
  });
});

const anyEvent = fc.constantFrom<SoftphoneEvent>(
  { type: 'switched-on' },
  { type: 'switched-off' },
  { type: 'registered' },
  { type: 'interrupted' },
  { type: 'failed', reason: 'carrier-unreachable' },
  { type: 'failed', reason: 'microphone-denied' },
  { type: 'microphone-appeared' },
  { type: 'retry-chosen' },
  { type: 'rung', line },
  { type: 'answered', at: startedAt },
  { type: 'restored' },
  { type: 'quality-changed', troubles: ['nothing-heard'] },
  { type: 'ended', registered: true },
  { type: 'ended', registered: false },
  { type: 'mute-chosen', muted: true },
  { type: 'key-pressed', digit: '1' },
  { type: 'hang-up-chosen' },
);
