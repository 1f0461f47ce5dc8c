import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignId, CustomerId } from '../../../../backend/contract/ids.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { applyCampaign } from '../../../platform/apply-campaign.ts';
import type { MembershipStep } from '../../../platform/campaign-api.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { showToast } from '../../../platform/toasts.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';

export interface Membership {
  readonly add: (campaignId: CampaignId, customerIds: readonly CustomerId[]) => void;
  /** Offers the way back for a moment. */
  readonly takeOut: (campaignId: CampaignId, customerIds: readonly CustomerId[]) => void;
  readonly isPending: boolean;
}

interface Move {
  readonly campaignId: CampaignId;
  readonly step: MembershipStep;
  readonly customerIds: readonly CustomerId[];
}

/** Takes customers into a campaign that exists, or out of it. */
export function useMembership(): Membership {
  const { t } = useTranslation(['campaigns', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const move = useSingleMutation({
    mutationKey: ['change-members'],
    mutationFn: ({ campaignId, step, customerIds }: Move) =>
      api.changeCampaignMembers(campaignId, step, customerIds),
    onSuccess: (campaign, { campaignId, step, customerIds }) => {
      applyCampaign(cache, campaign);
      const run = (): void => move.mutate({ campaignId, step: 'add', customerIds });
      const back = step === 'take-out' ? { label: t('membership.undo'), run } : null;
      showToast(toasts, 'done', t(`membership.done.${step}`, { name: campaign.settings.name }), back);
    },
    onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    onSettled: (_campaign, _error, { campaignId }) =>
      cache.invalidateQueries({ queryKey: queryKeys.membersOfCampaign(campaignId) }),
  });
  return {
    add: (campaignId, customerIds) => move.mutate({ campaignId, step: 'add', customerIds }),
    takeOut: (campaignId, customerIds) => move.mutate({ campaignId, step: 'take-out', customerIds }),
    isPending: move.isPending,
  };
}
