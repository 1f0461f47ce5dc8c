import type { AgentId, CallId, ClientId, HandoffId, LegId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';

interface CallLegsOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly outbox: Outbox;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly record: boolean;
}

interface SoftphoneLeg {
  readonly legId: LegId;
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  readonly handoffId: HandoffId | null;
  readonly muted: boolean;
}

/** Brings participants into a call's conference and changes them: a row, and a command to the carrier. */
export interface CallLegs {
  dialCustomer(call: CallRow): void;
  addAi(call: CallRow): void;
  ringSoftphone(call: CallRow, softphone: SoftphoneLeg): void;
  remove(legId: LegId): void;
  setMuted(legId: LegId, muted: boolean): void;
  holdCustomer(callId: CallId, onHold: boolean): void;
  announceToCustomer(callId: CallId, text: string): void;
  /** Once: from then on the carrier transcribes both sides. */
  transcribe(callId: CallId): void;
  /** The customer's leg, while it is in the conference. */
  presentCustomer(callId: CallId): LegRow | null;
  /** The AI's leg, in the conference or on its way. */
  openAi(callId: CallId): LegRow | null;
}

export function createCallLegs(options: CallLegsOptions): CallLegs {
  const { calls, legs, outbox, ids, clock } = options;

  function add(call: CallRow, leg: Pick<LegRow, 'id' | 'kind' | 'via' | 'label'> & Partial<LegRow>) {
    legs.insert({ ...leg, callId: call.id, state: 'joining', createdAt: clock.now() });
    const { conferenceName } = call;
    return { callId: call.id, legId: leg.id, conferenceName, label: leg.label, record: options.record };
  }

  /** The leg by the carrier's ids, or null while the carrier has not told them. */
  function confirmed(leg: LegRow): { legId: LegId; conferenceRef: string; legRef: string } | null {
    const conferenceRef = calls.find(leg.callId)?.conferenceRef ?? null;
    if (conferenceRef === null || leg.carrierRef === null) return null;
    return { legId: leg.id, conferenceRef, legRef: leg.carrierRef };
  }

  function present(callId: CallId, kind: LegRow['kind']): LegRow | null {
    return legs.ofCall(callId).find((leg) => leg.kind === kind && leg.state === 'in-conference') ?? null;
  }

  return {
    dialCustomer(call) {
      const leg = add(call, { id: ids.leg(), kind: 'customer', via: 'phone', label: 'customer' });
      outbox.send(call.id, { type: 'dial-customer', ...leg, to: call.phoneNumber });
    },
    addAi(call) {
      const number = legs.countOfKind(call.id, 'ai') + 1;
      const leg = add(call, { id: ids.leg(), kind: 'ai', via: 'application', label: `ai-${number}` });
      outbox.send(call.id, { type: 'add-ai', ...leg });
    },
    ringSoftphone(call, { legId, agentId, clientId, handoffId, muted }) {
      const label = `agent-${legId}`;
      const leg = add(call, { id: legId, kind: 'agent', via: 'softphone', agentId, muted, label });
      outbox.send(call.id, { type: 'ring-softphone', ...leg, agentId, clientId, handoffId, muted });
    },
    remove(legId) {
      const leg = legs.find(legId);
      if (leg === null || leg.state === 'left') return;
      const known = confirmed(leg);
      if (known !== null && leg.state === 'in-conference') {
        outbox.send(leg.callId, { type: 'remove-leg', ...known });
      } else if (leg.carrierRef !== null) {
        outbox.send(leg.callId, { type: 'hang-up', legId, legRef: leg.carrierRef });
      }
      legs.update(legId, { state: 'left', leftAt: clock.now() });
    },
    setMuted(legId, muted) {
      const leg = legs.find(legId);
      const known = leg === null ? null : confirmed(leg);
      if (leg === null || known === null || leg.muted === muted) return;
      outbox.send(leg.callId, { type: 'mute-leg', ...known, muted });
      legs.update(legId, { muted });
    },
    holdCustomer(callId, onHold) {
      const customer = present(callId, 'customer');
      const known = customer === null ? null : confirmed(customer);
      if (customer === null || known === null || customer.onHold === onHold) return;
      outbox.send(callId, { type: 'hold-leg', ...known, onHold });
      legs.update(customer.id, { onHold });
    },
    announceToCustomer(callId, text) {
      const customer = present(callId, 'customer');
      const known = customer === null ? null : confirmed(customer);
      if (known !== null) outbox.send(callId, { type: 'announce', ...known, text });
    },
    transcribe(callId) {
      const customer = present(callId, 'customer');
      const known = customer === null ? null : confirmed(customer);
      if (known === null || calls.find(callId)?.transcribedSince !== null) return;
      outbox.send(callId, { type: 'transcribe', callId, ...known });
      calls.update(callId, { transcribedSince: clock.now() });
    },
    presentCustomer: (callId) => present(callId, 'customer'),
    openAi: (callId) => legs.ofCall(callId).find((leg) => leg.kind === 'ai' && leg.state !== 'left') ?? null,
  };
}
