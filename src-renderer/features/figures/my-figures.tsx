import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentId } from '../../../backend/contract/ids.ts';
import type { Days } from '../../platform/calendar-periods.ts';
import { useFigures } from '../../platform/team-queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { type FigureName, figureColumns } from './figure-columns.ts';
import { useFigureWords } from './figure-words.ts';
import { periodOf } from './figures-period.ts';

interface MyFiguresProps {
  readonly me: AgentId;
  readonly days: Days;
  readonly timeZone: string;
}

const shown: readonly FigureName[] = [
  'offered',
  'accepted',
  'declined',
  'missed',
  'withdrawn',
  'medianSecondsToAccept',
  'calls',
  'talkSeconds',
  'success',
  'follow_up',
];

/** One's own figures in brief, each with what it counts. */
export function MyFigures({ me, days, timeZone }: MyFiguresProps): ReactElement {
  const { t } = useTranslation(['figures', 'shell']);
  const { heading, value } = useFigureWords();
  const figures = useFigures(periodOf(days, timeZone));
  const mine = figures.data?.agents.find(({ agentId }) => agentId === me);
  if (mine === undefined) {
    if (figures.isPending) return <SkeletonText lines={3} label={t('shell:loading')} />;
    return <LoadFailure what="figures" error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  const columns = figureColumns.filter(({ name }) => shown.includes(name));
  return (
    <div className="px-4 py-2">
      <dl className="grid grid-cols-5 gap-x-4 gap-y-3 max-strip:grid-cols-2">
        {columns.map((column) => (
          <div key={column.name} title={t(`meaning.${column.name}`)}>
            <dt className="truncate text-text-quiet text-xs">{heading(column.name)}</dt>
            <dd className="font-semibold text-lg">{value(column, column.of(mine))}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-2 text-text-quiet text-xs">
        <summary className="w-fit cursor-pointer hover:text-text">{t('counted')}</summary>
        <ul className="flex flex-col gap-0.5 pt-1">
          {columns.map(({ name }) => (
            <li key={name}>{t(`meaning.${name}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
