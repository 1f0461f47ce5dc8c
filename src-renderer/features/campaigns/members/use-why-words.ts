import { useTranslation } from 'react-i18next';
import type { CampaignMember } from '../../../../backend/contract/campaign-members.ts';
import { campaignDelaySchema, campaignSkipSchema } from '../../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { formatWhen } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';

/** When a customer is called next, or why they are not. */
export function useWhyWords(
  isOver: boolean,
): (member: Pick<CampaignMember, 'state' | 'reason' | 'nextAttemptAt'>) => string {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  return ({ state, reason, nextAttemptAt }) => {
    const skip = campaignSkipSchema.safeParse(reason).data;
    if (state === 'skipped' && skip !== undefined) return t(`leftOut.reason.${skip}`);
    if (state !== 'pending') return '';
    if (isOver) return t('members.notAnyMore');
    if (nextAttemptAt === null) return t('members.itsTurn');
    const at = formatWhen(nextAttemptAt, clock.now(), language);
    const delay = campaignDelaySchema.safeParse(reason).data;
    return delay === undefined ? t('members.at', { at }) : t(`members.delay.${delay}`, { at });
  };
}
