import { useTranslation } from 'react-i18next';
import { retriedOutcomeSchema } from '../../../../backend/contract/campaigns.ts';
import type { AgentId } from '../../../../backend/contract/ids.ts';
import { useAgents } from '../../../platform/queries.ts';
import { formatWait } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { waitMinutesOf } from './wait-draft.ts';

interface Named {
  readonly id: AgentId;
  readonly name: string;
}

/** What a field of a campaign's settings says, in words. Of whoever has no account any more, the campaign still knows the name. */
export function useSettingsWords(
  known: readonly Named[],
): (field: keyof CampaignDraft, draft: CampaignDraft) => string {
  const { t } = useTranslation('campaigns');
  const language = useLanguage();
  const agents = useAgents().data ?? [];
  const nameOf = (id: string): string =>
    known.find((one) => one.id === id)?.name ?? agents.find(({ agentId }) => agentId === id)?.name ?? id;

  const retriesOf = (retries: CampaignDraft['retries']): string => {
    const lines = retriedOutcomeSchema.options.flatMap((outcome) => {
      const { times, ...wait } = retries[outcome];
      if (Number(times) === 0) return [];
      const after = formatWait(waitMinutesOf(wait), language);
      return [t('settings.retry', { outcome: t(`form.outcomes.${outcome}`), after, times })];
    });
    return lines.length === 0 ? t('settings.retryNever') : lines.join('\n');
  };

  return (field, draft) => {
    switch (field) {
      case 'name':
        return draft.name;
      case 'speaksForId':
        return nameOf(draft.speaksForId);
      case 'agentIds':
        return draft.agentIds.map(nameOf).join(t('namesBetween'));
      case 'hours': {
        const { limited, from, to } = draft.hours;
        return limited ? t('settings.hoursOwn', { from, to }) : t('settings.hoursCompany');
      }
      case 'pace':
        return t('settings.paceWords', draft.pace);
      case 'retries':
        return retriesOf(draft.retries);
    }
  };
}
