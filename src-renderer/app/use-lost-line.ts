import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallId } from '../../backend/contract/ids.ts';
import { useLineLosses } from '../features/softphone/use-softphone.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { showToast } from '../platform/toasts.ts';

/** Says of a line that was given up what that means for the customer, and leads to the call. */
export function useLostLine(): void {
  const { t } = useTranslation(['softphone', 'shell']);
  const { toasts } = usePlatform();
  const [, navigate] = useLocation();
  const onLineLost = useLineLosses();
  const tell = useEffectEvent((callId: CallId) => {
    const open = { label: t('shell:alert.openCall'), run: () => navigate(`/calls/${callId}`) };
    showToast(toasts, 'failed', t('lineNotBack'), open);
  });
  useEffect(() => onLineLost((callId) => tell(callId)), [onLineLost]);
}
