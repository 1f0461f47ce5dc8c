import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rate, Report } from '../../../backend/contract/reports.ts';
import { type Change, changeOfCount, changeOfRate, changeOfSeconds } from './change.ts';
import { useReportWords } from './report-words.ts';
import { Term } from './term.tsx';

const rates = [
  ['answer-rate', 'answerRate'],
  ['reception-rate', 'receptionRate'],
  ['handoff-rate', 'handoffRate'],
  ['prompt-rate', 'promptRate'],
  ['success-rate', 'successRate'],
] as const;

const times = [
  ['wait', 'meanWaitSeconds'],
  ['duration', 'meanDurationSeconds'],
] as const;

/** What one looks at first, each with what it was in the period before. */
export function KeyFigures({ report }: { readonly report: Report }): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const { figures, previousFigures: before } = report;
  return (
    <dl
      aria-label={t('keyFigures')}
      data-report-part
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line-quiet bg-line-quiet @2xl:grid-cols-4"
    >
      <Figure
        term={<Term figure="dialled" />}
        value={words.count(figures.funnel.dialled)}
        change={changeOfCount(figures.funnel.dialled, before.funnel.dialled)}
        before={words.count(before.funnel.dialled)}
      />
      {rates.map(([figure, field]) => (
        <Figure
          key={figure}
          term={<Term figure={figure} />}
          value={words.percent(figures[field].share)}
          of={figures[field]}
          change={changeOfRate(figures[field], before[field])}
          before={words.percent(before[field].share)}
        />
      ))}
      {times.map(([figure, field]) => (
        <Figure
          key={figure}
          term={<Term figure={figure} />}
          value={words.seconds(figures[field])}
          change={changeOfSeconds(figures[field], before[field])}
          before={words.seconds(before[field])}
        />
      ))}
    </dl>
  );
}

interface FigureProps {
  readonly term: ReactElement;
  readonly value: string;
  readonly of?: Rate;
  readonly change: Change;
  readonly before: string;
}

function Figure({ term, value, of, change, before }: FigureProps): ReactElement {
  const { t } = useTranslation('reports');
  const { range } = useReportWords();
  return (
    <div className="flex flex-col gap-0.5 bg-surface px-4 py-3">
      <dt className="text-text-quiet text-xs">{term}</dt>
      <dd className="font-semibold text-xl">{value}</dd>
      {of !== undefined && of.of > 0 && (
        <dd className="flex flex-wrap gap-x-2 text-text-quiet text-xs">
          <span>{t('ofCount', { count: of.count, of: of.of })}</span>
          <span title={t('column.range')}>{range(of)}</span>
        </dd>
      )}
      <dd className="flex flex-wrap gap-x-2 text-xs" title={t('change', { before })}>
        <ChangeWords change={change} />
      </dd>
    </div>
  );
}

function ChangeWords({ change }: { readonly change: Change }): ReactElement {
  const { t } = useTranslation('reports');
  if (change.type === 'unknown') return <span className="text-text-quiet">{t('none')}</span>;
  const { direction, number, sure } = change;
  if (direction === 'same') return <span className="text-text-quiet">{t('same')}</span>;
  const words = {
    count: t('percentChange', { number }),
    rate: t('points', { number }),
    seconds: t('secondsChange', { number }),
  };
  return (
    <>
      <span className={sure ? 'font-medium text-text' : 'text-text-quiet'}>
        <span aria-hidden>{arrows[direction]} </span>
        <span className="sr-only">{t(direction)} </span>
        {words[change.type]}
      </span>
      {!sure && <span className="text-text-quiet">{t('withinChance')}</span>}
    </>
  );
}

const arrows = { up: '↑', down: '↓' } as const;
