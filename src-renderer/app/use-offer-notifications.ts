import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
import { reasonWords } from '../platform/offer-meaning.ts';
import { usePlatform } from '../platform/platform-context.ts';

/** In a browser, tells of offers while the page is hidden, where the agent has allowed it. The desktop app has its own alert. */
export function useOfferNotifications(offers: readonly Offer[], wanted: boolean): void {
  const { t } = useTranslation(['handoff', 'vocabulary']);
  const { desktop } = usePlatform();
  const shown = useRef(new Map<OfferId, Notification>());

  useEffect(() => {
    if (desktop !== null) return;
    const open = new Set(offers.map(({ id }) => id));
    for (const [id, notification] of shown.current) {
      if (open.has(id)) continue;
      notification.close();
      shown.current.delete(id);
    }
    for (const offer of offers) {
      if (!wanted || !document.hidden || shown.current.has(offer.id) || !mayNotify()) continue;
      const notification = new Notification(t('offer.notificationTitle', { company: offer.brief.company }), {
        body: t(reasonWords(offer), { name: offer.transfer?.by.name ?? '' }),
        tag: offer.id,
        requireInteraction: true,
      });
      notification.addEventListener('click', () => window.focus());
      shown.current.set(offer.id, notification);
    }
  }, [offers, desktop, wanted, t]);

  // Nothing of a session is left on the screen when it ends.
  useEffect(() => {
    const { current: left } = shown;
    return () => {
      for (const notification of left.values()) notification.close();
      left.clear();
    };
  }, []);
}

function mayNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
