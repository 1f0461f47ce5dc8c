import './reports.css';
import { ChartPie, Printer } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { ReportQuery } from '../../../backend/contract/reports.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatTime, formatTimeZone } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type PartProps, ReportBody } from './report-body.tsx';
import { ReportFilters } from './report-filters.tsx';
import { addressOf, queryOf, type ReportPlace, reportPlaceFrom } from './report-place.ts';
import { ReportSkeleton } from './report-skeleton.tsx';
import { useReportWords } from './report-words.ts';
import { useReport } from './use-report.ts';

interface ReportsScreenProps {
  readonly timeZone: string;
  readonly role: Role;
}

/** What came of the calls of a period: of everybody’s for admins, else of one's own. What is chosen stands in the address. */
export function ReportsScreen({ timeZone, role }: ReportsScreenProps): ReactElement {
  const { t } = useTranslation('reports');
  const { clock } = usePlatform();
  const [, navigate] = useLocation();
  const place = reportPlaceFrom(useSearch());
  const query = queryOf(place, timeZone, clock.now());
  const change = (changed: ReportPlace): void => navigate(addressOf(changed));
  return (
    <section aria-label={t('title')} data-printed className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-2 border-line-quiet border-b px-4 py-3">
        <div className="flex items-center gap-3">
          <h1 className="flex-1 font-semibold text-lg">{t('title')}</h1>
          <span data-screen-only>
            <Button size="small" disabled={query === null} onClick={() => window.print()}>
              <Printer aria-hidden className="size-3.5" />
              {t('print')}
            </Button>
          </span>
        </div>
        <ReportFilters place={place} role={role} timeZone={timeZone} onChange={change} />
      </header>
      {query !== null && <Loaded query={query} />}
    </section>
  );
}

function Loaded({ query }: { readonly query: ReportQuery }): ReactElement {
  const { t } = useTranslation(['reports', 'shell']);
  const language = useLanguage();
  const lost = useConnectionLost();
  const report = useReport(query);
  if (report.data === undefined) {
    if (report.isPending) return <ReportSkeleton label={t('shell:loading')} />;
    return <LoadFailure what="report" error={report.error} onRetry={() => void report.refetch()} />;
  }
  return (
    <div aria-busy={report.isPlaceholderData} className="min-h-0 flex-1 overflow-y-auto" data-unfolded>
      <div className="flex flex-col gap-3 px-4 py-3">
        <Days report={report.data} query={query} />
        {lost && (
          <Notice tone="warning">
            {t('asOf', { time: formatTime(new Date(report.dataUpdatedAt).toISOString(), language) })}
          </Notice>
        )}
        {report.isError && !lost && <FailureNotice error={report.error} />}
        {report.data.uncounted > 0 && (
          <Notice tone="info">{t('uncounted', { number: report.data.uncounted })}</Notice>
        )}
      </div>
      {report.data.figures.funnel.dialled === 0 ? (
        <EmptyState icon={ChartPie} title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ReportBody report={report.data} query={query} />
      )}
    </div>
  );
}

/** Of which days it is, and with which they are compared. */
function Days({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const { day } = useReportWords();
  const language = useLanguage();
  const { period, previous, zone } = report;
  return (
    <p className="flex flex-wrap gap-x-3 text-text-quiet text-xs">
      <span className="font-medium text-text">
        {t('days', { from: day(period.from), to: day(period.to) })}
      </span>
      <Narrowed report={report} query={query} />
      <span>{t('compared', { from: day(previous.from), to: day(previous.to) })}</span>
      <span>{t('zone', { zone: formatTimeZone(zone, language) })}</span>
    </p>
  );
}

/** Whose, and of which campaign: on paper, where there are no buttons that say it. */
function Narrowed({ report: { agents, campaigns }, query }: PartProps): ReactElement | null {
  const agent = agents.find((one) => one.agent?.id === query.agentId)?.agent;
  const campaign = campaigns.find((one) => one.campaign?.id === query.campaignId)?.campaign;
  const names = [
    query.agentId === undefined ? undefined : agent?.name,
    query.campaignId === undefined ? undefined : campaign?.name,
  ].filter((name) => name !== undefined);
  if (names.length === 0) return null;
  return <span data-paper-only>{names.join(' · ')}</span>;
}
