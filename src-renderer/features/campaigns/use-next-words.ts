import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';

/** What comes next of a campaign, in a few words: the next call, the end that is to be expected, or when it ended. */
export function useNextWords(): (
  campaign: Pick<Campaign, 'state' | 'endedAt' | 'pulse' | 'forecast'>,
) => string {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  const day = (instant: string): string => formatDay(instant, clock.now(), language);
  return ({ state, endedAt, pulse, forecast }) => {
    if (state === 'draft') return t('notStarted');
    if (endedAt !== null) return t('endedAt', { at: day(endedAt) });
    if (pulse !== null && pulse.nextDialAt !== null) return t('nextDial', { at: day(pulse.nextDialAt) });
    if (forecast.type === 'estimated') return t('endsAt', { at: day(forecast.endsAt) });
    return state === 'running' ? t('now') : t('none');
  };
}
