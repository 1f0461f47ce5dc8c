import type { LegStore } from '../calls/leg-store.ts';
import type { LegId } from '../contract/ids.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { Claim, HandoffState } from './handoff-vocabulary.ts';

/** The machine's state as the rows tell it. */
export function stateOf(row: HandoffRow, handoffs: HandoffStore, legs: LegStore): HandoffState {
  const { status, urgency, floorFree } = row;
  switch (status) {
    case 'offering': {
      const open = handoffs.offersOf(row.id).filter((offer) => offer.status === 'open');
      const asked = open.map((offer) => offer.agentId);
      return { status, urgency, floorFree, asked, askerLegId: row.askerLegId };
    }
    case 'joining': {
      const claim = claimOf(row);
      const muted = legs.find(claim.legId)?.muted ?? false;
      const attempt = row.attempt === 1 ? 1 : 2;
      return { status, urgency, floorFree, claim, muted, attempt, askerLegId: row.askerLegId };
    }
    case 'standby':
      return { status, urgency, claim: claimOf(row) };
    case 'consulting':
      return { status, claim: claimOf(row), askerLegId: askerOf(row) };
    case 'connected':
      return { status, claim: claimOf(row) };
    case 'failed':
    case 'withdrawn':
      return { status, because: row.endedBecause };
  }
}

/** The columns that hold the machine's state. */
export function columnsOf(state: HandoffState): Partial<HandoffRow> {
  switch (state.status) {
    case 'offering': {
      const { status, urgency, floorFree, askerLegId } = state;
      return { status, urgency, floorFree, askerLegId, ...noClaim };
    }
    case 'joining': {
      const { status, urgency, floorFree, attempt, claim, askerLegId } = state;
      return { status, urgency, floorFree, attempt, askerLegId, ...claim };
    }
    case 'standby':
      return { status: state.status, urgency: state.urgency, ...state.claim };
    case 'consulting':
      return { status: state.status, askerLegId: state.askerLegId, ...state.claim };
    case 'connected':
      return { status: state.status, urgency: 'connect', floorFree: true, ...state.claim };
    case 'failed':
    case 'withdrawn':
      return { status: state.status, endedBecause: state.because };
  }
}

const noClaim = { agentId: null, clientId: null, legId: null, attempt: 1 } as const;

function claimOf(row: HandoffRow): Claim {
  const { agentId, clientId, legId } = row;
  if (agentId === null || legId === null) {
    throw new Error(`handoff ${row.id} is ${row.status} without an agent`);
  }
  return { agentId, clientId, legId };
}

function askerOf({ id, status, askerLegId }: HandoffRow): LegId {
  if (askerLegId === null) throw new Error(`handoff ${id} is ${status} without an asker`);
  return askerLegId;
}
