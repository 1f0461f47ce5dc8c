import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import type { ReportFigures } from '../../../backend/contract/reports.ts';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { useCampaignFigures } from '../../platform/campaign-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ResultMark } from '../../ui/result-mark.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { abandonedLimit, isLive, shareOf } from './campaign-numbers.ts';
import { FigureTile } from './figure-tile.tsx';
import { PartTitle } from './part-title.tsx';

interface CampaignFiguresProps {
  readonly campaign: Campaign;
  readonly isAdmin: boolean;
}

/** What came of the calls that are over, as reports count them: for admins of all, for agents of their own. */
export function CampaignFigures({ campaign, isAdmin }: CampaignFiguresProps): ReactElement {
  const { t } = useTranslation(['campaigns', 'shell']);
  const figures = useCampaignFigures(campaign, isLive(campaign));
  return (
    <section className="flex flex-col gap-2">
      <PartTitle>{t(isAdmin ? 'figures.title' : 'figures.titleMine')}</PartTitle>
      {figures.isPending && <SkeletonText lines={2} label={t('shell:loading')} />}
      {figures.data != null && <Figures figures={figures.data} />}
      <p className="flex flex-wrap gap-x-4 text-sm">
        <Link href={`/history?campaign=${campaign.id}`} className="text-accent underline">
          {t('figures.openHistory')}
        </Link>
        <Link href={`/reports?campaign=${campaign.id}`} className="text-accent underline">
          {t('figures.openReport')}
        </Link>
      </p>
      {figures.isError && (
        <FailureNotice
          error={figures.error}
          action={
            <Button size="small" onClick={() => void figures.refetch()}>
              {t('shell:retry')}
            </Button>
          }
        />
      )}
    </section>
  );
}

function Figures({ figures }: { readonly figures: ReportFigures }): ReactElement {
  const { t } = useTranslation('campaigns');
  const { funnel, handoffRate } = figures;
  if (funnel.dialled === 0) return <p className="text-sm text-text-quiet">{t('figures.none')}</p>;
  const { count: met, of: wanted } = handoffRate;
  const abandoned = wanted - met;
  const number = (calls: number): string => t('number', { number: calls });
  const share = (part: number, whole: number): string | undefined => {
    const value = shareOf(part, whole);
    return value === null ? undefined : t('share', { share: value });
  };
  return (
    <>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
        <FigureTile
          name={t('figures.dialled')}
          value={number(funnel.dialled)}
          meaning={t('figures.meaning.dialled')}
        />
        <FigureTile
          name={t('figures.answered')}
          value={number(funnel.answered)}
          beside={share(funnel.answered, funnel.dialled)}
          meaning={t('figures.meaning.answered')}
        />
        <FigureTile name={t('figures.wanted')} value={number(wanted)} meaning={t('figures.meaning.wanted')} />
        <FigureTile
          name={t('figures.met')}
          value={number(met)}
          beside={share(met, wanted)}
          meaning={t('figures.meaning.met')}
        />
        <FigureTile
          name={t('figures.abandoned')}
          value={number(abandoned)}
          beside={share(abandoned, wanted)}
          meaning={t('figures.meaning.abandoned')}
          isAlarming={(shareOf(abandoned, wanted) ?? 0) >= abandonedLimit}
        />
      </dl>
      <h4 className="mt-1 text-text-quiet text-xs">{t('figures.results')}</h4>
      <ul aria-label={t('figures.results')} className="flex flex-wrap gap-x-5 gap-y-1">
        {callResultSchema.options.map((result) => (
          <li key={result} className="flex items-center gap-2 text-sm">
            <ResultMark result={result} />
            <span className="font-medium tabular-nums">{number(figures.results[result])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
