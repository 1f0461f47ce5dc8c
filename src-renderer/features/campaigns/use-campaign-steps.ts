import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { applyCampaign, applyCampaignRemoval } from '../../platform/apply-campaign.ts';
import type { CampaignStep } from '../../platform/campaign-api.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

interface CampaignSteps {
  readonly take: (step: CampaignStep) => void;
  readonly remove: () => void;
  /** Null while none is under way. */
  readonly taking: CampaignStep | 'remove' | null;
  readonly error: Error | null;
}

const said = { start: 'started', pause: 'paused', resume: 'resumed', stop: 'stopped' } as const;

/** What an admin does with a campaign as a whole. One that meanwhile stands elsewhere is shown as it stands. */
export function useCampaignSteps(
  { id, settings: { name } }: Pick<Campaign, 'id' | 'settings'>,
  onRemoved: () => void,
): CampaignSteps {
  const { t } = useTranslation('campaigns');
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const onError = (error: Error): void => {
    if (failureCode(error).startsWith('campaign-')) {
      void cache.invalidateQueries({ queryKey: queryKeys.campaign(id) });
    }
  };
  const step = useSingleMutation({
    mutationKey: ['step-campaign', id],
    mutationFn: (wanted: CampaignStep) => api.stepCampaign(id, wanted),
    onSuccess: (campaign, wanted) => {
      applyCampaign(cache, campaign);
      showToast(toasts, 'done', t(`step.${said[wanted]}`));
    },
    onError,
  });
  const removal = useSingleMutation({
    mutationKey: ['remove-campaign', id],
    mutationFn: () => api.removeCampaign(id),
    onSuccess: () => {
      onRemoved();
      applyCampaignRemoval(cache, id);
      showToast(toasts, 'done', t('step.removed', { name }));
    },
    onError,
  });
  return {
    take: step.mutate,
    remove: () => removal.mutate(undefined),
    taking: removal.isPending ? 'remove' : step.isPending ? step.variables : null,
    error: step.error ?? removal.error,
  };
}
