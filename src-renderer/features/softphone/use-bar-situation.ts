import type { CallSession } from '../../../backend/contract/calls.ts';
import type { Supervision } from '../../../backend/contract/supervision.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { type BarStatus, barStatus } from './bar-status.ts';
import { lineOf } from './softphone-line.ts';
import type { Line } from './softphone-machine.ts';
import { type TransferView, transferView } from './transfer-view.ts';
import { useSoftphone } from './use-softphone.ts';

interface BarCalls {
  readonly calls: readonly CallSession[];
  /** Whether the agent is on a call, in this window or elsewhere. */
  readonly engaged: boolean;
  readonly supervisions: readonly Supervision[];
}

export interface BarSituation {
  readonly line: Line | null;
  /** The call on this window's softphone: what the bar shows is of it. */
  readonly call: CallSession | null;
  readonly view: TransferView;
  readonly status: BarStatus;
  /** The supervisor on the agent's call. */
  readonly listener: string | null;
  /** Whether the call ends for the customer when the agent hangs up. */
  readonly endsCall: boolean;
  /** Whether a hang-up would close the line here, and the server be told later. */
  readonly serverAway: boolean;
}

export function useBarSituation({ calls, engaged, supervisions }: BarCalls): BarSituation {
  const { state } = useSoftphone();
  const lost = useConnectionLost();
  const line = lineOf(state);
  const call = calls.find(({ id }) => id === line?.callId) ?? null;
  const view = transferView(call, line?.legId ?? null);
  const part = partOf(line, supervisions);
  const supervising = part.type === 'supervisor';
  const engagedElsewhere = engaged && line === null;
  const endsCall = endsForCustomer(call, view, supervising);
  return {
    line,
    call,
    view,
    status: barStatus({ state, call, view, supervising, engagedElsewhere, connectionLost: lost }),
    listener: part.type === 'agent' ? part.listener : null,
    endsCall,
    serverAway: lost && endsCall,
  };
}

/** What this window's softphone is on the call: one of those who talk, perhaps with a supervisor beside, or that supervisor. */
type Part = { readonly type: 'supervisor' } | { readonly type: 'agent'; readonly listener: string | null };

function partOf(line: Line | null, supervisions: readonly Supervision[]): Part {
  const supervision = supervisions.find(({ callId }) => callId === line?.callId);
  if (line !== null && supervision?.legId === line.legId) return { type: 'supervisor' };
  return { type: 'agent', listener: supervision?.state === 'present' ? supervision.supervisor.name : null };
}

/** A colleague who is only asked, and a supervisor, who is no part of the call, leave without the customer. */
function endsForCustomer(call: CallSession | null, view: TransferView, supervising: boolean): boolean {
  return call?.status === 'human-connected' && view.type !== 'consulted' && !supervising;
}
