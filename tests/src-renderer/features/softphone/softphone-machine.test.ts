import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../../src-renderer/features/softphone/softphone-line.ts';
import {
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

describe('transitionSoftphone', () => {
  it('is ready, and tells the server so, once it is registered', () => {
    expect(transitionSoftphone({ phase: 'registering' }, { type: 'registered' })).toEqual([
      { phase: 'ready' },
      [reachable],
    ]);
  });

  it('does not take a device that is registered again for a line that is restored', () => {
    expect(transitionSoftphone(interrupted, { type: 'registered' })).toEqual([interrupted, [reachable]]);
    expect(transitionSoftphone(interrupted, { type: 'registration-lost' })).toEqual([
      interrupted,
      [unreachable],
    ]);
    expect(transitionSoftphone(onCall, { type: 'registration-lost' })).toEqual([onCall, [unreachable]]);
  });

  it.each([{ phase: 'connecting', line } as const, onCall, interrupted])(
    'never closes the device under a call that is $phase, and tells the server that no other can come',
    (state) => {
      for (const reason of ['token-refused', 'carrier-unreachable', 'microphone-missing'] as const) {
        expect(transitionSoftphone(state, { type: 'failed', reason })).toEqual([state, [unreachable]]);
      }
    },
  );

  it('waits for its leg to be answered, also while the carrier cannot be reached', () => {
    const connecting: SoftphoneState = { phase: 'connecting', line };

    expect(transitionSoftphone(connecting, { type: 'registration-lost' })).toEqual([
      connecting,
      [unreachable],
    ]);
  });

  it('tries again when it is time, where it has not healed by itself', () => {
    expect(transitionSoftphone(idle, { type: 'retry-due' })).toEqual([{ phase: 'registering' }, reopen]);
    for (const state of [{ phase: 'ready' } as const, onCall, interrupted]) {
      expect(transitionSoftphone(state, { type: 'retry-due' })).toEqual([state, []]);
    }
  });

  it.each(['carrier-unreachable', 'token-refused', 'microphone-in-use'] as const)(
    'tries again by itself after %s',
    (reason) => {
      expect(transitionSoftphone({ phase: 'registering' }, { type: 'failed', reason })).toEqual([
        { phase: 'failed', reason },
        [{ type: 'close-device' }, unreachable, { type: 'retry-soon' }],
      ]);
    },
  );

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
    for (const state of [{ phase: 'registering' }, { phase: 'ready' }, idle] as const) {
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
        if (unreachablePhases.includes(state.phase)) expect(reported).toBe(false);
      }),
    );
  });

  it('gives its device a new token after the computer slept, and registers anew where no call is in the way', () => {
    expect(transitionSoftphone(onCall, { type: 'woken' })).toEqual([onCall, [{ type: 'renew-device' }]]);
    expect(transitionSoftphone(interrupted, { type: 'woken' })[1]).toEqual([{ type: 'renew-device' }]);
    expect(transitionSoftphone({ phase: 'testing' }, { type: 'woken' })[1]).toEqual([
      { type: 'renew-device' },
    ]);
    expect(transitionSoftphone({ phase: 'ready' }, { type: 'woken' })).toEqual([
      { phase: 'registering' },
      reopen,
    ]);
    expect(transitionSoftphone({ phase: 'off' }, { type: 'woken' })).toEqual([{ phase: 'off' }, []]);
  });

  it('closes the device under a call only when it is switched off or the call is lost, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state: SoftphoneState = { phase: 'off' };
        for (const event of events) {
          if (event.type === 'switched-off' || event.type === 'line-disowned') continue;
          const inCall = lineOf(state) !== null;
          const [next, effects] = transitionSoftphone(state, event);
          state = next;

          if (inCall) expect(effects).not.toContainEqual({ type: 'close-device' });
        }
      }),
    );
  });
});

const unreachablePhases: readonly SoftphoneState['phase'][] = [
  'off',
  'registering',
  'reconnecting',
  'failed',
];

const anyEvent = fc.constantFrom<SoftphoneEvent>(
  { type: 'switched-on' },
  { type: 'switched-off' },
  { type: 'registered' },
  { type: 'registration-lost' },
  { type: 'line-lost' },
  { type: 'failed', reason: 'carrier-unreachable' },
  { type: 'failed', reason: 'microphone-denied' },
  { type: 'failed', reason: 'token-refused' },
  { type: 'test-rung' },
  { type: 'test-ended', registered: true },
  { type: 'test-ended', registered: false },
  { type: 'microphone-appeared' },
  { type: 'retry-chosen' },
  { type: 'woken' },
  { type: 'retry-due' },
  { type: 'line-disowned', legId: line.legId },
  { type: 'rung', line },
  { type: 'answered', at: startedAt },
  { type: 'line-restored' },
  { type: 'quality-changed', troubles: ['nothing-heard'] },
  { type: 'ended', registered: true },
  { type: 'ended', registered: false },
  { type: 'mute-chosen', muted: true },
  { type: 'key-pressed', digit: '1' },
  { type: 'hang-up-chosen', callId: line.callId },
  { type: 'test-end-chosen' },
);
