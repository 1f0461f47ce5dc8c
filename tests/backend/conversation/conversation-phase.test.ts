import { describe, expect, it } from 'vitest';
import { type PhaseEvent, transitionPhase } from '../../../backend/conversation/conversation-phase.ts';
import type { Phase } from '../../../backend/conversation/conversation-store.ts';

const phases = ['talking', 'handing-over', 'waiting', 'recovering', 'ending', 'frozen'] as const;

function reached(...events: PhaseEvent[]): Phase {
  return events.reduce<Phase>(transitionPhase, 'talking');
}

describe('transitionPhase', () => {
  it('leads from the announcement over the wait to the human', () => {
    expect(reached('human-announced')).toBe('handing-over');
    expect(reached('human-announced', 'floor-freed')).toBe('waiting');
    expect(reached('human-announced', 'floor-freed', 'human-took-floor')).toBe('frozen');
  });

  it('brings the AI back to say that nobody could be had', () => {
    expect(reached('human-announced', 'floor-freed', 'handoff-failed')).toBe('recovering');
    expect(reached('human-took-floor', 'handoff-failed', 'good-bye-begun')).toBe('ending');
    expect(reached('human-announced', 'handoff-failed', 'dialogue-resumed')).toBe('talking');
  });

  it.each(phases)('gives the floor to a human from everywhere: %s', (phase) => {
    expect(transitionPhase(phase, 'human-took-floor')).toBe('frozen');
  });

  it.each(['human-announced', 'floor-freed', 'dialogue-resumed', 'good-bye-begun'] as const)(
    'keeps the AI silent once a human has the floor, whatever comes late: %s',
    (event) => {
      expect(transitionPhase('frozen', event)).toBe('frozen');
    },
  );

  it('stays where it is when the dialogue goes on', () => {
    expect(reached('dialogue-resumed')).toBe('talking');
    expect(reached('good-bye-begun', 'handoff-failed')).toBe('ending');
  });
});
