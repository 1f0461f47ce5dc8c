import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { applyProfile } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

interface WrapUp {
  readonly extend: () => void;
  readonly finish: () => void;
}

/** The pause after a call: a minute longer, or over. */
export function useWrapUp(): WrapUp {
  const { t } = useTranslation('presence');
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const change = useSingleMutation({
    mutationKey: ['wrap-up'],
    mutationFn: (how: 'extend' | 'finish') => (how === 'extend' ? api.extendWrapUp() : api.finishWrapUp()),
    onSuccess: (profile) => applyProfile(cache, profile),
    onError: () => showToast(toasts, 'failed', t('wrapUp.failed')),
  });
  return { extend: () => change.mutate('extend'), finish: () => change.mutate('finish') };
}
