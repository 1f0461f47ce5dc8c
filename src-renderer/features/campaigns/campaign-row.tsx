import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { abandonedLimit, abandonedShareOf, callableOf, overOf, successShareOf } from './campaign-numbers.ts';
import { CampaignStateMark } from './campaign-state-mark.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { useAgentNames } from './use-agent-names.ts';
import { useNextWords } from './use-next-words.ts';
import { usePausedWords } from './use-paused-words.ts';

/** Columns give way from the right where there is no room for them. */
export const campaignColumns = [
  'grid grid-cols-[minmax(0,1fr)_11rem] gap-x-4 px-4 @max-sm:grid-cols-[minmax(0,1fr)_9.5rem] @max-sm:gap-x-2',
  '@4xl:grid-cols-[minmax(0,1.5fr)_6.5rem_minmax(8rem,1fr)_5rem_4rem_5.5rem_4.5rem_minmax(0,10rem)]',
].join(' ');

interface CampaignRowProps {
  readonly campaign: Campaign;
  readonly selected: boolean;
  readonly isAdmin: boolean;
}

/** A campaign in two lines: what it is and who takes its calls, how it stands and why, how far it is and what comes next. */
export function CampaignRow({ campaign, selected, isAdmin }: CampaignRowProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const paused = usePausedWords(isAdmin)(campaign);
  const agents = useAgentNames()(campaign.agents);
  const next = useNextWords()(campaign);
  const { progress } = campaign;
  const counts = t('ofCustomers', { done: overOf(progress), all: callableOf(progress) });
  return (
    <Link
      data-campaign={campaign.id}
      href={`/campaigns/${campaign.id}`}
      aria-current={selected ? 'true' : undefined}
      className="@container inset-ring-focus block h-full border-line-quiet border-b hover:bg-surface-hover aria-[current]:bg-surface-selected"
    >
      <span className={`h-full items-center text-sm ${campaignColumns}`}>
        <span className="min-w-0">
          <span className="block truncate font-medium">{campaign.settings.name}</span>
          <span className="block truncate text-text-quiet text-xs" title={paused?.short}>
            <span className="@4xl:hidden">{paused?.short ?? next}</span>
            <span className="hidden @4xl:inline">{agents}</span>
          </span>
        </span>
        <span className="hidden min-w-0 @4xl:block">
          <CampaignStateMark campaign={campaign} />
        </span>
        <span className="flex min-w-0 flex-col gap-1">
          <span className="flex items-center justify-between gap-2">
            <span className="@4xl:hidden">
              <CampaignStateMark campaign={campaign} />
            </span>
            <span className="ml-auto whitespace-nowrap text-text-quiet text-xs">{counts}</span>
          </span>
          <ProgressBar progress={progress} />
        </span>
        <Calls campaign={campaign} />
        {paused === null ? (
          <>
            <Humans pulse={campaign.pulse} />
            <span className="hidden truncate text-text-quiet text-xs @4xl:block" title={next}>
              {next}
            </span>
          </>
        ) : (
          <span className="col-span-3 hidden text-pretty text-text-quiet text-xs @4xl:block">
            {paused.short}
          </span>
        )}
      </span>
    </Link>
  );
}

const cell = 'hidden text-right tabular-nums @4xl:block';

function Calls({ campaign: { progress, forecast } }: Pick<CampaignRowProps, 'campaign'>): ReactElement {
  const { t } = useTranslation('campaigns');
  const perHour = forecast.type === 'estimated' ? Math.round(forecast.callsPerHour) : null;
  const success = successShareOf(progress);
  return (
    <>
      <span className={cell}>{perHour === null ? t('none') : t('number', { number: perHour })}</span>
      <span className={cell}>{success === null ? t('none') : t('share', { share: success })}</span>
    </>
  );
}

function Humans({ pulse }: Pick<Campaign, 'pulse'>): ReactElement {
  const { t } = useTranslation('campaigns');
  const abandoned = pulse === null ? null : abandonedShareOf(pulse);
  if (abandoned === null) {
    return (
      <>
        <span className={cell}>{t('none')}</span>
        <span className={cell}>{t('none')}</span>
      </>
    );
  }
  const met = Math.round((100 - abandoned) * 10) / 10;
  return (
    <>
      <span className={cell}>{t('share', { share: met })}</span>
      <span className={`${cell} ${abandoned >= abandonedLimit ? 'font-medium text-state-failed' : ''}`}>
        {t('share', { share: abandoned })}
      </span>
    </>
  );
}
