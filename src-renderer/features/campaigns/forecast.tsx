import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignForecast } from '../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { PartTitle } from './part-title.tsx';

/** When a campaign will be done, in the reader's zone, or why nobody can tell. */
export function Forecast({ forecast }: { readonly forecast: CampaignForecast }): ReactElement {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <section className="flex flex-col gap-1">
      <PartTitle>{t('forecast.title')}</PartTitle>
      {forecast.type === 'estimated' ? (
        <>
          <p className="text-base">
            {t('forecast.endsAt', { at: formatAppointment(forecast.endsAt, clock.now(), language) })}
          </p>
          <p className="text-pretty text-sm text-text-quiet">
            {t('forecast.detail', { calls: forecast.callsLeft, successes: forecast.successes })}
          </p>
          <p className="text-text-quiet text-xs">{t('forecast.zone')}</p>
        </>
      ) : (
        <p className="text-pretty text-sm text-text-quiet">
          {t(forecast.because === 'too-early' ? 'forecast.tooEarly' : 'forecast.notRunning')}
        </p>
      )}
    </section>
  );
}
