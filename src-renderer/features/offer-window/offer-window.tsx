import type { ReactElement } from 'react';
import type { AlertBridge } from '../../platform/alert-bridge.ts';
import { OfferCard } from './offer-card.tsx';
import { useShownAlert } from './use-shown-alert.ts';

/** The whole of the desktop app's alert window: the most urgent offer, answered by pointer; its global keys are written beside. */
export function OfferWindow({ bridge }: { readonly bridge: AlertBridge }): ReactElement | null {
  const { offers, connected, accepting, simulated, acceptKeys, declineKeys } = useShownAlert(bridge);
  const [first, ...others] = offers;
  if (first === undefined) return null;
  return (
    <OfferCard
      key={first.id}
      offer={first}
      others={others.length}
      connected={connected}
      simulated={simulated === true}
      accepting={accepting === first.id}
      keys={{ accept: acceptKeys, decline: declineKeys }}
      onAccept={() => void bridge.accept(first.id)}
      onDecline={(reason) => void bridge.decline(first.id, reason)}
    />
  );
}
