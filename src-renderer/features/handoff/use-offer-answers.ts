import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, Offer } from '../../../backend/contract/handoffs.ts';
import type { CallId, OfferId } from '../../../backend/contract/ids.ts';
import { handoffAfter } from '../../platform/after-event.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

/** How an offer can be answered, from the card, by key, or from the desktop's own alert. */
export interface OfferAnswers {
  readonly accept: (offerId: OfferId) => void;
  readonly decline: (offerId: OfferId, reason: DeclineReason) => void;
  /** The offer whose answer is on its way to the server. */
  readonly accepting: OfferId | null;
  readonly declining: OfferId | null;
}

const REGISTRATION_TRIES = 10;
const REGISTRATION_RETRY_MS = 500;

export function useOfferAnswers(onAccepted: (callId: CallId) => void): OfferAnswers {
  const { t } = useTranslation('failures');
  const { api, arrivals, clientId, sounds, toasts } = usePlatform();
  const cache = useQueryClient();
  const sayWhy = (error: Error, offerId: OfferId): void => {
    showToast(toasts, 'failed', t(failureCode(error)));
    if (failureCode(error) === 'offer-over') dropOffer(cache, offerId);
  };

  const accept = useSingleMutation({
    mutationKey: ['accept-offer'],
    mutationFn: (offerId: OfferId) => arrivals.during(() => api.acceptOffer(offerId, clientId), handoffAfter),
    // Right after a reload the offer is on the screen before this page's softphone is registered.
    retry: (failures, error) => failures < REGISTRATION_TRIES && failureCode(error) === 'agent-not-reachable',
    retryDelay: REGISTRATION_RETRY_MS,
    onSuccess: (handoff, offerId) => {
      dropOffer(cache, offerId);
      applyCallEvent(cache, { type: 'handoff-updated', handoff });
      onAccepted(handoff.callId);
    },
    onError: (error, offerId) => {
      sounds.play('error');
      sayWhy(error, offerId);
    },
  });
  const decline = useSingleMutation({
    mutationKey: ['decline-offer'],
    mutationFn: ({ offerId, reason }: { offerId: OfferId; reason: DeclineReason }) =>
      api.declineOffer(offerId, reason),
    onSuccess: (_nothing, { offerId }) => dropOffer(cache, offerId),
    onError: (error, { offerId }) => sayWhy(error, offerId),
  });

  return {
    accept: (offerId) => accept.mutate(offerId),
    decline: (offerId, reason) => decline.mutate({ offerId, reason }),
    accepting: accept.isPending ? accept.variables : null,
    declining: decline.isPending ? decline.variables.offerId : null,
  };
}

/** Takes an offer off the screen ahead of the event that says so. */
function dropOffer(cache: QueryClient, offerId: OfferId): void {
  cache.setQueryData<Offer[]>(queryKeys.offers, (offers) => offers?.filter(({ id }) => id !== offerId));
}
