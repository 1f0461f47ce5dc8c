import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../backend/contract/reports.ts';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import type { ChartTableContent } from '../chart-table.tsx';
import { type HeatCell, HeatGrid, heightOfGrid } from '../charts/heat-grid.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { type ReportWords, useReportWords } from '../report-words.ts';
import { shownHours } from './shown-hours.ts';

const measures = ['dialled', 'answer-rate', 'success-rate'] as const;
type Measure = (typeof measures)[number];
type Hour = Report['hours'][number];

/** The report counts them from 1. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** In which hours of the week it is worth to call. */
export function HoursPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const [measure, setMeasure] = useState<Measure>('dialled');
  const hours = shownHours(report.hours);
  const byPlace = new Map(report.hours.map((one) => [`${one.weekday}/${one.hour}`, one]));
  const cellOf = useCell(measure, words);
  const tableOf = useHoursTable(words);
  return (
    <ReportPart
      wide
      name={t('section.hours')}
      figures={[measure]}
      hint={t('hint.hours')}
      query={query}
      csv="hours"
      height={heightOfGrid(weekdays.length)}
      choice={
        <FilterMenu
          always
          label={t('measure')}
          value={measure}
          options={measures.map((value) => ({ value, label: t(`figure.${value}`) }))}
          onChange={(value) => value !== undefined && setMeasure(value)}
        />
      }
      table={tableOf(report.hours)}
    >
      {(width) => (
        <HeatGrid
          width={width}
          labelWidth={40}
          less={t('less')}
          more={t('more')}
          columns={hours.map((hour) => t('hour', { hour }))}
          rows={weekdays.map((weekday, day) => ({
            label: t(`weekday.${weekday}`),
            cells: hours.map((hour) => cellOf(weekday, hour, byPlace.get(`${day + 1}/${hour}`))),
          }))}
        />
      )}
    </ReportPart>
  );
}

function useHoursTable(words: ReportWords) {
  const { t } = useTranslation('reports');
  return (hours: Report['hours']): ChartTableContent => ({
    head: [
      t('column.hour'),
      ...(['dialled', 'answered', 'answer-rate', 'success-rate'] as const).map((one) => t(`figure.${one}`)),
    ],
    rows: hours.map(({ weekday, hour, funnel, answerRate, successRate }) => ({
      key: `${weekday}/${hour}`,
      cells: [
        t('weekdayAndHour', { weekday: t(`weekday.${weekdays[weekday - 1] ?? 'mon'}`), hour }),
        words.count(funnel.dialled),
        words.count(funnel.answered),
        words.percent(answerRate.share),
        words.percent(successRate.share),
      ],
    })),
  });
}

function useCell(measure: Measure, words: ReportWords) {
  const { t } = useTranslation('reports');
  return (weekday: (typeof weekdays)[number], hour: number, counted: Hour | undefined): HeatCell => {
    const when = t('weekdayAndHour', { weekday: t(`weekday.${weekday}`), hour });
    if (counted === undefined) return { value: null, text: '', title: when };
    const { value, text, of } = measured(measure, counted, words);
    const whole = of === null ? '' : ` (${t('ofCount', of)})`;
    return { value, text, title: `${when}: ${t(`figure.${measure}`)} ${text}${whole}` };
  };
}

function measured(measure: Measure, { funnel, answerRate, successRate }: Hour, words: ReportWords) {
  if (measure === 'dialled') return { value: funnel.dialled, text: words.count(funnel.dialled), of: null };
  const rate = measure === 'answer-rate' ? answerRate : successRate;
  return {
    value: rate.share,
    text: words.wholePercent(rate.share),
    of: { count: rate.count, of: rate.of },
  };
}
