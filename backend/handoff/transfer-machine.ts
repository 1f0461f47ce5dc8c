import type { LegId } from '../contract/ids.ts';
import type {
  AskingEvent,
  HandoffEffect,
  HandoffEvent,
  HandoffState,
  HandoffStep,
  TransferEvent,
} from './handoff-vocabulary.ts';

type Consulting = Extract<HandoffState, { status: 'consulting' }>;
type AwaitingColleague = Extract<HandoffState, { status: 'offering' | 'joining' }>;

export function isTransferEvent(event: HandoffEvent): event is TransferEvent {
  return transferEvents.some((type) => type === event.type);
}

const transferEvents = [
  'transfer-completed',
  'all-joined',
  'transfer-canceled',
  'asker-lost',
] as const satisfies readonly TransferEvent['type'][];

/** One step of a warm transfer (decision 18). What comes when there is none, or too early, changes nothing. */
export function transitionTransfer(state: HandoffState, event: TransferEvent): HandoffStep {
  switch (state.status) {
    case 'offering':
    case 'joining':
      return state.askerLegId === null ? [state, []] : beforeColleague(state, state.askerLegId, event);
    case 'consulting':
      return withColleague(state, event);
    case 'standby':
    case 'connected':
    case 'failed':
    case 'withdrawn':
      return [state, []];
  }
}

/** What happens to any handoff, while the two agents talk. */
export function whileConsulting(state: Consulting, event: AskingEvent): HandoffStep {
  switch (event.type) {
    case 'agent-missing':
    case 'agent-left':
      return event.legId === state.claim.legId ? withoutColleague(state.claim.legId) : [state, []];
    case 'agent-accepted':
    case 'agent-joined':
    case 'agent-pressed':
    case 'offer-lost':
    case 'somebody-free':
    case 'connect-wanted':
    case 'floor-freed':
    case 'gave-up':
    case 'call-ended':
      return [state, []];
  }
}

/** Whoever comes now has the customer, who waits until then: the transfer has become a blind one, unless somebody else has them. */
function beforeColleague(state: AwaitingColleague, askerLegId: LegId, event: TransferEvent): HandoffStep {
  switch (event.type) {
    case 'transfer-completed': {
      const leave: readonly HandoffEffect[] = [
        { type: 'record-outcome', outcome: 'completed' },
        { type: 'release-agent', legId: askerLegId },
      ];
      return event.othersTalk ? leftToOthers(state, leave) : awaited(state, leave);
    }
    case 'asker-lost':
      return event.othersTalk ? leftToOthers(state, []) : awaited(state, []);
    case 'transfer-canceled':
      return [offByAsker, [canceled, ...callOff(state)]];
    case 'all-joined':
      return [state, []];
  }
}

function awaited(state: AwaitingColleague, before: readonly HandoffEffect[]): HandoffStep {
  return [{ ...state, askerLegId: null }, [...before, { type: 'await-agent' }]];
}

/** The colleague is not needed: those who talk, too, have the customer, and could do nothing while one is awaited. */
function leftToOthers(state: AwaitingColleague, before: readonly HandoffEffect[]): HandoffStep {
  const effects = [...before, ...callOff(state), { type: 'hold-customer', onHold: false }] as const;
  return [{ status: 'withdrawn', because: 'left-to-others' }, effects];
}

function callOff(state: AwaitingColleague): readonly HandoffEffect[] {
  return state.status === 'joining'
    ? [{ type: 'drop-agent', legId: state.claim.legId }]
    : [{ type: 'withdraw-offers' }];
}

function withColleague({ claim, askerLegId }: Consulting, event: TransferEvent): HandoffStep {
  switch (event.type) {
    case 'transfer-completed':
      return [
        { status: 'connected', claim },
        [
          { type: 'record-outcome', outcome: 'completed' },
          { type: 'release-agent', legId: askerLegId },
          { type: 'join-customer' },
        ],
      ];
    case 'all-joined':
      return [
        { status: 'connected', claim },
        [{ type: 'record-outcome', outcome: 'joined' }, { type: 'join-customer' }],
      ];
    case 'asker-lost':
      return [{ status: 'connected', claim }, [{ type: 'join-customer' }]];
    case 'transfer-canceled':
      return [offByAsker, [canceled, { type: 'drop-agent', legId: claim.legId }]];
  }
}

const offByAsker = { status: 'withdrawn', because: 'transfer-canceled' } as const satisfies HandoffState;

const canceled = { type: 'record-outcome', outcome: 'canceled' } as const satisfies HandoffEffect;

/** Who asked keeps the customer, on hold still, so that they choose the moment to speak again. */
function withoutColleague(legId: LegId): HandoffStep {
  return [{ status: 'withdrawn', because: 'colleague-missing' }, [{ type: 'drop-agent', legId }]];
}
