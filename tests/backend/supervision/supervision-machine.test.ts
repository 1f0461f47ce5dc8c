import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LegId, legIdSchema } from '../../../backend/contract/ids.ts';
import { wantedSupervisionSchema } from '../../../backend/contract/supervision.ts';
import {
  type SupervisionEvent,
  type SupervisionState,
  transitionSupervision,
} from '../../../backend/supervision/supervision-machine.ts';

const agent = legIdSchema.parse(`leg_${'1'.repeat(20)}`);
const other = legIdSchema.parse(`leg_${'2'.repeat(20)}`);
const arrived = { type: 'supervisor-arrived', talking: agent } as const;
const joining = (wanted: 'listen' | 'whisper' | 'barge' | 'take-over'): SupervisionState => ({
  status: 'joining',
  wanted,
});

describe('transitionSupervision', () => {
  it('does what was wanted once the supervisor is there', () => {
    const [whispering, effects] = transitionSupervision(joining('whisper'), arrived);

    expect(whispering).toEqual({ status: 'present', mode: 'whisper', coachedLegId: agent });
    expect(effects).toEqual([{ type: 'be-heard-by', heardBy: { type: 'one', legId: agent } }]);
  });

  it('listens instead of being heard by the customer when no agent talks any more', () => {
    const alone = { ...arrived, talking: null };

    expect(transitionSupervision(joining('whisper'), alone)[0]).toMatchObject({ mode: 'listen' });
    expect(transitionSupervision(joining('barge'), alone)[0]).toMatchObject({ mode: 'listen' });
  });

  it('falls to listening when the agent goes, unless a colleague of theirs talks on', () => {
    const gone = { type: 'agent-gone', legId: agent, talking: null } as const;
    const barging = { status: 'present', mode: 'barge' } as const;
    const whispering = { status: 'present', mode: 'whisper', coachedLegId: agent } as const;

    expect(transitionSupervision(whispering, gone)[0]).toEqual({ status: 'present', mode: 'listen' });
    expect(transitionSupervision(barging, gone)[0]).toEqual({ status: 'present', mode: 'listen' });
    expect(transitionSupervision(barging, { ...gone, talking: other })[0]).toBe(barging);
    expect(transitionSupervision({ ...whispering, coachedLegId: other }, gone)[1]).toEqual([]);
  });

  it('takes over only from within the call', () => {
    const [waiting] = transitionSupervision(joining('listen'), {
      type: 'mode-chosen',
      mode: 'take-over',
      talking: agent,
    });
    const [over, effects] = transitionSupervision(waiting, arrived);

    expect(waiting).toEqual(joining('take-over'));
    expect(over).toEqual({ status: 'ended', reason: 'took-over' });
    expect(effects).toEqual([{ type: 'take-over' }]);
  });

  it('says how it ended', () => {
    const listening = { status: 'present', mode: 'listen' } as const;
    const endOf = (state: SupervisionState, event: SupervisionEvent) =>
      transitionSupervision(state, event)[0];

    expect(endOf(joining('listen'), { type: 'line-lost' })).toMatchObject({ reason: 'never-came' });
    expect(endOf(listening, { type: 'line-lost' })).toMatchObject({ reason: 'hung-up' });
    expect(endOf(listening, { type: 'call-ended' })).toMatchObject({ reason: 'call-ended' });
    expect(endOf(listening, { type: 'got-out-of-hand' })).toMatchObject({ reason: 'carrier' });
  });
});

const talkings = fc.constantFrom<LegId | null>(agent, other, null);
const events: fc.Arbitrary<SupervisionEvent> = fc.oneof(
  talkings.map((talking) => ({ type: 'supervisor-arrived' as const, talking })),
  fc.record({
    type: fc.constant('mode-chosen' as const),
    mode: fc.constantFrom(...wantedSupervisionSchema.options),
    talking: talkings,
  }),
  fc.record({
    type: fc.constant('agent-gone' as const),
    legId: fc.constantFrom(agent, other),
    talking: talkings,
  }),
  fc.constantFrom<SupervisionEvent>(
    { type: 'supervisor-left' },
    { type: 'line-lost' },
    { type: 'got-out-of-hand' },
    { type: 'call-ended' },
  ),
);

describe('any course of a supervision', () => {
  it('is heard by nobody before it is said who hears it, and by nobody it was not said of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wantedSupervisionSchema.options), fc.array(events), (wanted, course) => {
        let state = joining(wanted);
        let heardBy: unknown = { type: 'nobody' };
        for (const event of course) {
          const [next, effects] = transitionSupervision(state, event);
          for (const effect of effects) if (effect.type === 'be-heard-by') heardBy = effect.heardBy;
          state = next;
          expect(heardBy).toEqual(expectedHearing(state, heardBy));
        }
      }),
    );
  });

  it('changes nothing by what comes twice, and nothing after its end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wantedSupervisionSchema.options), fc.array(events), (wanted, course) => {
        let state = joining(wanted);
        for (const event of course) {
          const wasOver = state.status === 'ended';
          const [next, effects] = transitionSupervision(state, event);
          if (wasOver) expect([next, effects]).toEqual([state, []]);
          expect(transitionSupervision(next, event)).toEqual([next, []]);
          state = next;
        }
      }),
    );
  });
});

/** Who hears the supervisor in this state; after the end that is not said any more. */
function expectedHearing(state: SupervisionState, last: unknown): unknown {
  if (state.status === 'joining') return { type: 'nobody' };
  if (state.status === 'ended') return last;
  if (state.mode === 'whisper') return { type: 'one', legId: state.coachedLegId };
  return { type: state.mode === 'barge' ? 'everybody' : 'nobody' };
}
