import type { AgentId, LegId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { NewLeg } from '../telephony/carrier-command.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';
import { shownIn } from './shown-number.ts';

interface TelephoneLegsOptions {
  readonly calls: Pick<CallStore, 'find'>;
  readonly legs: LegStore;
  readonly outbox: Pick<Outbox, 'send' | 'withdrawLeg'>;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly record: boolean;
}

/**
 * Agents' own telephones. One that rings is nobody's leg until the agent has pressed a key: it is no company for the customer, shows no
 * agent in the call, and engages none.
 */
export interface TelephoneLegs {
  ring(call: CallRow, phoneNumber: string): LegId;
  /** Who answered is the agent, and enters the conference. */
  claim(legId: LegId, agentId: AgentId, muted: boolean): void;
  /** What the carrier has to know to let it into the conference. */
  entranceOf(legId: LegId): NewLeg | null;
  /** It is not wanted any more; whoever has answered it hears `text`. */
  dismiss(legId: LegId, text: string): void;
}

export function createTelephoneLegs(options: TelephoneLegsOptions): TelephoneLegs {
  const { calls, legs, outbox, ids, clock, record } = options;

  return {
    ring(call, phoneNumber) {
      const { id: callId, conferenceName } = call;
      const id = ids.leg();
      const label = `agent-${id}`;
      const createdAt = clock.now();
      legs.insert({
        id,
        callId,
        kind: 'agent',
        via: 'phone',
        label,
        phoneNumber,
        state: 'joining',
        createdAt,
      });
      outbox.send(callId, {
        type: 'ring-telephone',
        callId,
        legId: id,
        conferenceName,
        label,
        record,
        to: phoneNumber,
        askedAt: createdAt.toISOString(),
        ...shownIn(call),
      });
      return id;
    },
    claim(legId, agentId, muted) {
      legs.update(legId, { agentId, muted });
    },
    entranceOf(legId) {
      const leg = legs.find(legId);
      const call = leg === null ? null : calls.find(leg.callId);
      if (leg === null || call === null) return null;
      return { callId: call.id, legId, conferenceName: call.conferenceName, label: leg.label, record };
    },
    dismiss(legId, text) {
      const leg = legs.find(legId);
      if (leg === null || leg.state === 'left') return;
      if (leg.carrierRef === null) outbox.withdrawLeg(leg.callId, legId);
      else outbox.send(leg.callId, { type: 'dismiss-telephone', legId, legRef: leg.carrierRef, text });
      legs.update(legId, { state: 'left', leftAt: clock.now() });
    },
  };
}
