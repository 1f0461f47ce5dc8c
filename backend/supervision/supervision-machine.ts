import type { HeardBy } from '../calls/leg-treatment.ts';
import type { LegId } from '../contract/ids.ts';
import type { SupervisionEnd, WantedSupervision } from '../contract/supervision.ts';

/** An admin on somebody else's call. Only who whispers has an agent who hears them. */
export type SupervisionState =
  | { readonly status: 'joining'; readonly wanted: WantedSupervision }
  | Present
  | { readonly status: 'ended'; readonly reason: SupervisionEnd };

type Present =
  | { readonly status: 'present'; readonly mode: 'listen' | 'barge' }
  | { readonly status: 'present'; readonly mode: 'whisper'; readonly coachedLegId: LegId };

/** `talking`: the leg of the agent who talks with the customer, and could be whispered to; null when there is none. */
export type SupervisionEvent =
  | { readonly type: 'supervisor-arrived'; readonly talking: LegId | null }
  | { readonly type: 'mode-chosen'; readonly mode: WantedSupervision; readonly talking: LegId | null }
  /** An agent who was on the call is gone. */
  | { readonly type: 'agent-gone'; readonly legId: LegId; readonly talking: LegId | null }
  | { readonly type: 'supervisor-left' }
  | { readonly type: 'line-lost' }
  /** It could not be made sure who hears the supervisor. */
  | { readonly type: 'got-out-of-hand' }
  | { readonly type: 'call-ended' };

export type SupervisionEffect =
  | { readonly type: 'be-heard-by'; readonly heardBy: HeardBy }
  | { readonly type: 'take-over' }
  | { readonly type: 'remove-supervisor' };

export type SupervisionStep = readonly [SupervisionState, readonly SupervisionEffect[]];

/** Events that a state does not wait for are late: they change nothing. */
export function transitionSupervision(state: SupervisionState, event: SupervisionEvent): SupervisionStep {
  if (state.status === 'ended') return [state, []];
  switch (event.type) {
    case 'supervisor-arrived':
      return state.status === 'joining' ? become(state.wanted, event.talking) : [state, []];
    case 'mode-chosen':
      return chosen(state, event.mode, event.talking);
    case 'agent-gone':
      return state.status === 'present' ? withoutAgent(state, event) : [state, []];
    case 'supervisor-left':
      return end('left', [{ type: 'remove-supervisor' }]);
    case 'line-lost':
      return end(state.status === 'joining' ? 'never-came' : 'hung-up', []);
    case 'got-out-of-hand':
      return end('carrier', [{ type: 'remove-supervisor' }]);
    case 'call-ended':
      return end('call-ended', []);
  }
}

function chosen(
  state: Exclude<SupervisionState, { status: 'ended' }>,
  mode: WantedSupervision,
  talking: LegId | null,
): SupervisionStep {
  if (state.status === 'joining')
    return mode === state.wanted ? [state, []] : [{ ...state, wanted: mode }, []];
  const [next, effects] = become(mode, talking);
  return isSame(state, next) ? [state, []] : [next, effects];
}

function isSame(present: Present, next: SupervisionState): boolean {
  if (next.status !== 'present' || next.mode !== present.mode) return false;
  return (
    next.mode !== 'whisper' || (present.mode === 'whisper' && next.coachedLegId === present.coachedLegId)
  );
}

/** Where no agent talks, there is nobody to help: who would be heard by the customer has to take over. */
function become(mode: WantedSupervision, talking: LegId | null): SupervisionStep {
  switch (mode) {
    case 'take-over':
      return end('took-over', [{ type: 'take-over' }]);
    case 'whisper':
      return talking === null ? listen : whisperTo(talking);
    case 'barge':
      return talking === null ? listen : barge;
    case 'listen':
      return listen;
  }
}

const listen: SupervisionStep = [
  { status: 'present', mode: 'listen' },
  [{ type: 'be-heard-by', heardBy: { type: 'nobody' } }],
];

const barge: SupervisionStep = [
  { status: 'present', mode: 'barge' },
  [{ type: 'be-heard-by', heardBy: { type: 'everybody' } }],
];

function whisperTo(legId: LegId): SupervisionStep {
  return [
    { status: 'present', mode: 'whisper', coachedLegId: legId },
    [{ type: 'be-heard-by', heardBy: { type: 'one', legId } }],
  ];
}

/** What was meant for the agent who is gone must be heard by nobody else, the customer least of all. */
function withoutAgent(
  state: Present,
  { legId, talking }: Extract<SupervisionEvent, { type: 'agent-gone' }>,
): SupervisionStep {
  switch (state.mode) {
    case 'listen':
      return [state, []];
    case 'whisper':
      return state.coachedLegId === legId ? listen : [state, []];
    case 'barge':
      return talking === null ? listen : [state, []];
  }
}

function end(reason: SupervisionEnd, effects: readonly SupervisionEffect[]): SupervisionStep {
  return [{ status: 'ended', reason }, effects];
}
