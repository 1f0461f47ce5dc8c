import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { CampaignFigures } from './campaign-figures.tsx';
import { callableOf, overOf } from './campaign-numbers.ts';
import { Forecast } from './forecast.tsx';
import { LeftOut } from './left-out.tsx';
import { PartTitle } from './part-title.tsx';
import { ProgressBar, progressParts } from './progress-bar.tsx';
import { PulseNow } from './pulse-now.tsx';

interface CampaignOverviewProps {
  readonly campaign: Campaign;
  readonly isAdmin: boolean;
}

/** How far a campaign is, how it goes now, when it will be done, and what came of its calls. */
export function CampaignOverview({ campaign, isAdmin }: CampaignOverviewProps): ReactElement {
  const { pulse, state, startedAt } = campaign;
  return (
    <div className="flex flex-col gap-5 px-4 py-3">
      <Progress campaign={campaign} />
      {pulse !== null && <PulseNow pulse={pulse} />}
      {(state === 'running' || state === 'paused') && <Forecast forecast={campaign.forecast} />}
      {startedAt !== null && <CampaignFigures campaign={campaign} isAdmin={isAdmin} />}
      <LeftOut reasons={campaign.progress.skippedFor} />
    </div>
  );
}

function Progress({ campaign: { progress } }: Pick<CampaignOverviewProps, 'campaign'>): ReactElement {
  const { t } = useTranslation('campaigns');
  const dots: Readonly<Record<string, string>> = Object.fromEntries(
    progressParts.map(({ name, className }) => [name, className]),
  );
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <PartTitle>{t('progress.label')}</PartTitle>
        <p className="font-semibold text-base tabular-nums">
          {t('ofCustomers', { done: overOf(progress), all: callableOf(progress) })}
        </p>
      </div>
      <ProgressBar progress={progress} thick />
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(['done', 'failed', 'dialling', 'pending', 'skipped'] as const).map((name) => (
          <div key={name} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className={`size-2.5 rounded-full border border-line-quiet ${dots[name] ?? (name === 'pending' ? 'bg-surface-hover' : 'bg-transparent border-line border-dashed')}`}
            />
            <dt className="text-text-quiet">{t(`progress.${name}`)}</dt>
            <dd className="font-medium tabular-nums">{t('number', { number: progress[name] })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
