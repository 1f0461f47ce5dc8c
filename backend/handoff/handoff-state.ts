import type { LegStore } from '../calls/leg-store.ts';
import type { Claim, HandoffState } from './handoff-machine.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';

/** The machine's state as the rows tell it. */
export function stateOf(row: HandoffRow, handoffs: HandoffStore, legs: LegStore): HandoffState {
  const { status, urgency, floorFree } = row;
  switch (status) {
    case 'offering': {
      const open = handoffs.offersOf(row.id).filter((offer) => offer.status === 'open');
      return { status, urgency, floorFree, asked: open.map((offer) => offer.agentId) };
    }
    case 'joining': {
      const claim = claimOf(row);
      const muted = legs.find(claim.legId)?.muted ?? false;
      return { status, urgency, floorFree, claim, muted, attempt: row.attempt === 1 ? 1 : 2 };
    }
    case 'standby':
      return { status, urgency, claim: claimOf(row) };
    case 'connected':
      return { status, claim: claimOf(row) };
    case 'failed':
    case 'withdrawn':
      return { status };
  }
}

/** The columns that hold the machine's state. */
export function columnsOf(state: HandoffState): Partial<HandoffRow> {
  switch (state.status) {
    case 'offering':
      return { status: state.status, urgency: state.urgency, floorFree: state.floorFree, ...noClaim };
    case 'joining': {
      const { status, urgency, floorFree, attempt, claim } = state;
      return { status, urgency, floorFree, attempt, ...claim };
    }
    case 'standby':
      return { status: state.status, urgency: state.urgency, ...state.claim };
    case 'connected':
      return { status: state.status, urgency: 'connect', floorFree: true, ...state.claim };
    case 'failed':
    case 'withdrawn':
      return { status: state.status };
  }
}

const noClaim = { agentId: null, clientId: null, legId: null, attempt: 1 } as const;

function claimOf(row: HandoffRow): Claim {
  const { agentId, clientId, legId } = row;
  if (agentId === null || clientId === null || legId === null) {
    throw new Error(`handoff ${row.id} is ${row.status} without an agent`);
  }
  return { agentId, clientId, legId };
}
