import type { Phase } from './conversation-store.ts';

/** What moves an AI call between dialogue and handoff. */
export type PhaseEvent =
  /** The AI says that it puts the customer through. */
  | 'human-announced'
  /** It has said so to the end: a human may be heard. */
  | 'floor-freed'
  | 'human-took-floor'
  | 'handoff-failed'
  /** The AI has said that nobody could be had, and goes on. */
  | 'dialogue-resumed'
  | 'good-bye-begun';

/** Everything that may follow; what is not listed comes too late and changes nothing. */
const transitions: Readonly<Record<Phase, Readonly<Partial<Record<PhaseEvent, Phase>>>>> = {
  talking: {
    'human-announced': 'handing-over',
    'human-took-floor': 'frozen',
    // A call dialled by hand has had no dialogue until the agent's line dropped.
    'handoff-failed': 'recovering',
    'good-bye-begun': 'ending',
  },
  'handing-over': {
    'floor-freed': 'waiting',
    'human-took-floor': 'frozen',
    'handoff-failed': 'recovering',
  },
  waiting: { 'human-took-floor': 'frozen', 'handoff-failed': 'recovering' },
  recovering: {
    'human-announced': 'handing-over',
    'human-took-floor': 'frozen',
    'dialogue-resumed': 'talking',
    'good-bye-begun': 'ending',
  },
  ending: { 'human-took-floor': 'frozen' },
  frozen: { 'handoff-failed': 'recovering' },
};

/** Where the dialogue stands after `event`. */
export function transitionPhase(phase: Phase, event: PhaseEvent): Phase {
  return transitions[phase][event] ?? phase;
}
