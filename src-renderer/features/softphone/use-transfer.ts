import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { BeginTransfer, Handoff, TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { handoffAfter } from '../../platform/after-event.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

/** Puts the customer on hold, or takes them back. */
export function useHold(callId: CallId): UseMutationResult<CallSession, Error, boolean> {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const sayWhy = useSayWhy();
  return useSingleMutation({
    mutationKey: ['hold-customer', callId],
    mutationFn: (onHold: boolean) => api.holdCustomer(callId, onHold),
    onSuccess: (call) => applyCallEvent(cache, { type: 'call-updated', call }),
    onError: sayWhy,
  });
}

export function useBeginTransfer(callId: CallId): UseMutationResult<Handoff, Error, BeginTransfer> {
  const { api, arrivals } = usePlatform();
  const cache = useQueryClient();
  const sayWhy = useSayWhy();
  return useSingleMutation({
    mutationKey: ['begin-transfer', callId],
    mutationFn: (wanted: BeginTransfer) =>
      arrivals.during(() => api.beginTransfer(callId, wanted), handoffAfter),
    onSuccess: (handoff) => applyCallEvent(cache, { type: 'handoff-updated', handoff }),
    onError: sayWhy,
  });
}

export function useSettleTransfer(callId: CallId): UseMutationResult<Handoff, Error, TransferOutcome> {
  const { api, arrivals } = usePlatform();
  const cache = useQueryClient();
  const sayWhy = useSayWhy();
  return useSingleMutation({
    mutationKey: ['settle-transfer', callId],
    mutationFn: (outcome: TransferOutcome) =>
      arrivals.during(() => api.settleTransfer(callId, outcome), handoffAfter),
    onSuccess: (handoff) => applyCallEvent(cache, { type: 'handoff-updated', handoff }),
    onError: sayWhy,
  });
}

function useSayWhy(): (error: Error) => void {
  const { t } = useTranslation(['softphone', 'failures']);
  const { sounds, toasts } = usePlatform();
  return (error) => {
    const code = failureCode(error);
    const notFree = code === 'agent-not-reachable' || code === 'agent-on-a-call';
    sounds.play('error');
    showToast(toasts, 'failed', notFree ? t('transfer.notFree') : t(`failures:${code}`));
  };
}
