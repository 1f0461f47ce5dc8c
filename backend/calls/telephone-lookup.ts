import type { AskedLeg } from '../telephony/carrier-command.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { LegStore } from './leg-store.ts';

interface KnownCalls {
  readonly legs: Pick<LegStore, 'find' | 'ofCall' | 'withNumber'>;
  /** When a telephone was last called to tell its code, which at the carrier is a call like any other. */
  readonly codesToldTo: (phoneNumber: string) => readonly Date[];
}

/** So long a request may be on its way before there is a call. */
const requestMs = 10_000;

/**
 * The carrier, asked for legs with what we know of others: of an agent's telephone it knows only the number, which may have been called
 * before and since. To take another call for the one that is sought would be to hang up on it. And of a customer's leg it says that there
 * was one because there is a conference, which the agent who dials by hand may have begun.
 */
export function telephonyToldApart<Carrier extends Pick<Telephony, 'findLeg'>>(
  telephony: Carrier,
  { legs, codesToldTo }: KnownCalls,
): Carrier {
  /** Nobody can say then which of the two calls it was. Should it ring all the same, the carrier tells. */
  function isAmbiguous({ to, askedAt }: AskedTelephone): boolean {
    const since = new Date(askedAt).getTime() - requestMs;
    return codesToldTo(to).some((at) => at.getTime() >= since);
  }

  return {
    ...telephony,
    async findLeg(leg) {
      if (leg.type === 'dial-customer') {
        const found = await telephony.findLeg(leg);
        const isHearsay = found.type === 'gone' && legs.ofCall(leg.callId).some(({ id }) => id !== leg.legId);
        return isHearsay ? { type: 'not-done' } : found;
      }
      if (leg.type !== 'ring-telephone') return telephony.findLeg(leg);
      // The carrier has told of it by itself.
      const legRef = legs.find(leg.legId)?.carrierRef ?? null;
      if (legRef !== null) return { type: 'rung', legRef };
      return isAmbiguous(leg) ? { type: 'not-done' } : telephony.findLeg(toldApart(leg, legs));
    },
  };
}

type AskedTelephone = Extract<AskedLeg, { readonly type: 'ring-telephone' }>;

function toldApart(leg: AskedTelephone, legs: Pick<LegStore, 'withNumber'>): AskedTelephone {
  const others = legs.withNumber(leg.to).filter(({ id }) => id !== leg.legId);
  const [next] = others.filter(({ createdAt }) => createdAt > new Date(leg.askedAt));
  return {
    ...leg,
    others: {
      legRefs: others.flatMap(({ carrierRef }) => carrierRef ?? []),
      nextAskedAt: next?.createdAt.toISOString() ?? null,
    },
  };
}
