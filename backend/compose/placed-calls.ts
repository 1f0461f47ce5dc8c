import type { CallRow } from '../calls/call-store.ts';
import type { LegRow } from '../calls/leg-store.ts';
import type { Config } from '../config/config.ts';
import type { CallId, LegId } from '../contract/ids.ts';
import type { DialledCalls, PlacedCall } from '../telephony/twilio/placement/placed-call.ts';
import type { Stores } from './stores.ts';

/** What the adapter must know of a call, where the AI is on the customer's leg. */
export function placedCallsOf({ calls, legs }: Pick<Stores, 'calls' | 'legs'>, config: Config): DialledCalls {
  return {
    find(callId) {
      const call = calls.find(callId);
      if (call === null) return null;
      const present = legs.ofCall(callId);
      const customer = present.find(({ kind }) => kind === 'customer');
      const ai = present.find(({ kind, state }) => kind === 'ai' && state !== 'left');
      return {
        callId,
        conferenceName: call.conferenceName,
        record: config.calls.recording,
        customer: customer === undefined ? null : placedCustomer(customer, call),
        ai: ai === undefined ? null : { legId: ai.id, label: ai.label, here: ai.state === 'in-conference' },
        withHuman: call.status === 'human-connected',
      };
    },
    othersOf(callId) {
      const call = calls.find(callId);
      const others = call === null ? [] : calls.dialledLike(call);
      const customers = others.flatMap(({ id }) => legs.ofCall(id).filter(({ kind }) => kind === 'customer'));
      const next = others.find(({ startedAt }) => call !== null && startedAt > call.startedAt);
      return {
        legRefs: customers.flatMap(({ carrierRef }) => carrierRef ?? []),
        nextAskedAt: next?.startedAt ?? null,
      };
    },
  };
}

const states = {
  joining: 'coming',
  'in-conference': 'here',
  left: 'left',
} as const satisfies Record<LegRow['state'], string>;

function placedCustomer(
  leg: LegRow,
  { phoneNumber, callerNumber }: CallRow,
): NonNullable<PlacedCall['customer']> {
  return {
    legId: leg.id,
    label: leg.label,
    legRef: leg.carrierRef,
    phoneNumber,
    callerNumber,
    askedAt: leg.createdAt,
    onHold: leg.onHold,
    state: states[leg.state],
  };
}

/** The customer's leg of an open call by the carrier's id of it. Few calls are open. */
export function openCustomerLeg(
  { calls, legs }: Pick<Stores, 'calls' | 'legs'>,
  legRef: string,
): { readonly callId: CallId; readonly legId: LegId } | null {
  for (const { id: callId } of calls.open()) {
    const leg = legs.ofCall(callId).find((one) => one.kind === 'customer' && one.carrierRef === legRef);
    if (leg !== undefined) return { callId, legId: leg.id };
  }
  return null;
}
