import { Download, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentFigures } from '../../../backend/contract/figures.ts';
import type { Days } from '../../platform/calendar-periods.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useFigures } from '../../platform/team-queries.ts';
import { formatTime, formatTimeZone } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { figureColumns } from './figure-columns.ts';
import { useFigureWords } from './figure-words.ts';
import { csvOf } from './figures-csv.ts';
import { periodOf } from './figures-period.ts';
import { FiguresTable } from './figures-table.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { presenceLogPlace } from './presence-log-place.ts';
import { useChosenDays } from './use-chosen-days.ts';

/** What each agent did over a period: of everybody for admins, else one's own. */
export function FiguresScreen({ timeZone }: { readonly timeZone: string }): ReactElement {
  const { t } = useTranslation('figures');
  const language = useLanguage();
  const period = useChosenDays(timeZone);
  const { days } = period;
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-2 border-line-quiet border-b px-4 py-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <PeriodChoice {...period} />
        <p className="text-text-quiet text-xs">{t('zone', { zone: formatTimeZone(timeZone, language) })}</p>
      </header>
      {days.last >= days.first && <Figures days={days} timeZone={timeZone} />}
    </section>
  );
}

interface FiguresProps {
  readonly days: Days;
  readonly timeZone: string;
}

function Figures({ days, timeZone }: FiguresProps): ReactElement {
  const { t } = useTranslation(['figures', 'shell']);
  const language = useLanguage();
  const lost = useConnectionLost();
  const figures = useFigures(periodOf(days, timeZone));
  if (figures.data === undefined) {
    if (figures.isPending) return <SkeletonRows rows={8} label={t('shell:loading')} />;
    return <LoadFailure what="figures" error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  const { agents } = figures.data;
  if (agents.length === 0) return <EmptyState icon={Users} title={t('empty')} />;
  return (
    <>
      {lost && (
        <div className="px-4 py-2">
          <Notice tone="warning">
            {t('asOf', { time: formatTime(new Date(figures.dataUpdatedAt).toISOString(), language) })}
          </Notice>
        </div>
      )}
      {figures.isError && !lost && <FailureNotice error={figures.error} />}
      <FiguresTable agents={agents} logOf={(agentId) => presenceLogPlace(agentId, days)} />
      <footer className="border-line-quiet border-t px-4 py-2">
        <SaveButton agents={agents} days={days} />
      </footer>
    </>
  );
}

interface SaveButtonProps {
  readonly agents: readonly AgentFigures[];
  readonly days: Days;
}

/** The table as numbers, times in seconds. */
function SaveButton({ agents, days }: SaveButtonProps): ReactElement {
  const { t } = useTranslation('figures');
  const { heading } = useFigureWords();
  const save = (): void => {
    const head = [t('agent'), ...figureColumns.map(({ name }) => heading(name))];
    const rows = agents.map((one) => [one.name, ...figureColumns.map(({ of }) => of(one) ?? '')]);
    saveFile(csvOf([head, ...rows]), t('file', { from: days.first, to: days.last }));
  };
  return (
    <Button size="small" onClick={save}>
      <Download aria-hidden className="size-3.5" />
      {t('save')}
    </Button>
  );
}
