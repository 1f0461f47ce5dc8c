import type { AgentId, CallId, ClientId, HandoffId, LegId } from '../contract/ids.ts';
import type { Ids } from '../kernel/ids.ts';
import type { NewLeg } from '../telephony/carrier-command.ts';
import { type CallNotices, lossOf } from './call-notices.ts';
import type { CallRow } from './call-store.ts';
import { confirmedLeg } from './confirmed-leg.ts';
import type { LegRow } from './leg-store.ts';
import { createLegTreatment, type LegTreatment, type LegTreatmentOptions } from './leg-treatment.ts';
import { shownIn } from './shown-number.ts';

interface CallLegsOptions extends LegTreatmentOptions {
  readonly ids: Ids;
  readonly record: boolean;
  readonly notices: Pick<CallNotices, 'tell'>;
}

interface SoftphoneLeg {
  readonly legId: LegId;
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  readonly handoffId: HandoffId | null;
  readonly muted: boolean;
}

type SupervisorLeg = Pick<SoftphoneLeg, 'legId' | 'agentId' | 'clientId'>;

/** Brings participants into a call's conference and out of it: a row, and a command to the carrier. */
export interface CallLegs extends LegTreatment {
  dialCustomer(call: CallRow): void;
  /** The customer rang us: their leg is up, and the carrier waits to be told where it goes. */
  receiveCustomer(call: CallRow, legRef: string): NewLeg;
  addAi(call: CallRow): void;
  ringSoftphone(call: CallRow, softphone: SoftphoneLeg): void;
  /** Heard by nobody until it is said who hears them. */
  addSupervisor(call: CallRow, softphone: SupervisorLeg): void;
  remove(legId: LegId): void;
  /** Ends it as if its line had dropped: whoever is left behind is looked after. */
  drop(legId: LegId): void;
  /** The AI's leg, in the conference or on its way. */
  openAi(callId: CallId): LegRow | null;
}

export function createCallLegs(options: CallLegsOptions): CallLegs {
  const { calls, legs, outbox, ids, clock } = options;

  function add(call: CallRow, leg: Pick<LegRow, 'id' | 'kind' | 'via' | 'label'> & Partial<LegRow>): NewLeg {
    legs.insert({ ...leg, callId: call.id, state: 'joining', createdAt: clock.now() });
    const { conferenceName } = call;
    return { callId: call.id, legId: leg.id, conferenceName, label: leg.label, record: options.record };
  }

  function takeOut(legId: LegId): LegRow | null {
    const leg = legs.find(legId);
    if (leg === null || leg.state === 'left') return null;
    const known = confirmedLeg(leg, calls.find(leg.callId));
    if (known !== null && leg.state === 'in-conference') {
      outbox.send(leg.callId, { type: 'remove-leg', ...known });
    } else if (leg.carrierRef !== null) {
      outbox.send(leg.callId, { type: 'hang-up', legId, legRef: leg.carrierRef });
    } else outbox.withdrawLeg(leg.callId, legId);
    legs.update(legId, { state: 'left', leftAt: clock.now() });
    return leg;
  }

  return {
    ...createLegTreatment(options),
    dialCustomer(call) {
      const leg = add(call, { id: ids.leg(), kind: 'customer', via: 'phone', label: 'customer' });
      outbox.send(call.id, { type: 'dial-customer', ...leg, to: call.phoneNumber, ...shownIn(call) });
    },
    receiveCustomer: (call, carrierRef) =>
      add(call, {
        id: ids.leg(),
        kind: 'customer',
        via: 'phone',
        label: 'customer',
        carrierRef,
        answeredAt: clock.now(),
      }),
    addAi(call) {
      const number = legs.countOfKind(call.id, 'ai') + 1;
      const leg = add(call, { id: ids.leg(), kind: 'ai', via: 'application', label: `ai-${number}` });
      outbox.send(call.id, { type: 'add-ai', ...leg });
    },
    ringSoftphone(call, { legId, agentId, clientId, handoffId, muted }) {
      const label = `agent-${legId}`;
      const leg = add(call, { id: legId, kind: 'agent', via: 'softphone', agentId, muted, label });
      const how = { agentId, clientId, handoffId, muted, role: 'agent' } as const;
      outbox.send(call.id, { type: 'ring-softphone', ...leg, ...how });
    },
    addSupervisor(call, { legId, agentId, clientId }) {
      const row = { id: legId, kind: 'supervisor', via: 'softphone', label: `supervisor-${legId}` } as const;
      const leg = add(call, { ...row, agentId, muted: true });
      const how = { agentId, clientId, handoffId: null, muted: true, role: 'supervisor' } as const;
      outbox.send(call.id, { type: 'ring-softphone', ...leg, ...how });
    },
    remove(legId) {
      const leg = takeOut(legId);
      if (leg?.kind === 'agent') options.notices.tell({ type: 'agent-removed', callId: leg.callId, legId });
    },
    drop(legId) {
      const leg = takeOut(legId);
      if (leg === null || leg.kind === 'customer') return;
      options.notices.tell({ type: lossOf[leg.kind], callId: leg.callId, legId });
    },
    openAi: (callId) => legs.ofCall(callId).find((leg) => leg.kind === 'ai' && leg.state !== 'left') ?? null,
  };
}
