import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysChart, heightOfDays } from '../charts/days-chart.tsx';
import { groupedDays } from '../grouped-days.ts';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';

/** How much was dialled, answered and won from day to day, or from week to week where there are many. */
export function DaysPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const { unit, groups } = groupedDays(report.days);
  const names = {
    dialled: t('figure.dialled'),
    answered: t('figure.answered'),
    succeeded: t('figure.succeeded'),
  };
  const whole = (day: string): string => (unit === 'months' ? words.month(day) : words.day(day));
  return (
    <ReportPart
      wide
      name={t(`section.${unit}`)}
      query={query}
      csv="days"
      height={heightOfDays}
      table={{
        head: [t('column.day'), names.dialled, names.answered, names.succeeded],
        rows: groups.map(({ day, funnel }) => ({
          key: day,
          cells: [
            whole(day),
            words.count(funnel.dialled),
            words.count(funnel.answered),
            words.count(funnel.succeeded),
          ],
        })),
      }}
    >
      {(width) => (
        <DaysChart
          width={width}
          names={names}
          count={words.count}
          columns={groups.map(({ day, funnel }) => ({
            key: day,
            label: unit === 'months' ? words.month(day) : words.shortDay(day),
            title: [
              whole(day),
              `${names.dialled} ${words.count(funnel.dialled)}`,
              `${names.answered} ${words.count(funnel.answered)}`,
              `${names.succeeded} ${words.count(funnel.succeeded)}`,
            ].join('\n'),
            funnel,
          }))}
        />
      )}
    </ReportPart>
  );
}
