import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../../backend/contract/reports.ts';
import { BarsChart, heightOfBars } from '../charts/bars-chart.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';

const steps = [
  ['dialled', 'dialled'],
  ['answered', 'answered'],
  ['past-reception', 'pastReception'],
  ['handed-over', 'handedOver'],
  ['succeeded', 'succeeded'],
] as const;

/** How many calls got how far, of those dialled; beside them, how far they got in the period before. */
export function FunnelPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const { funnel } = report.figures;
  const before = report.previousFigures.funnel;
  const rows = steps.map(([figure, field], place) => ({
    figure,
    count: funnel[field],
    share: shareOf(funnel, field),
    before: shareOf(before, field),
    ofStep: place === 0 ? null : ratio(funnel[field], funnel[steps[place - 1]?.[1] ?? 'dialled']),
  }));
  const rest = (row: (typeof rows)[number]): string =>
    row.ofStep === null ? words.count(row.count) : `${words.count(row.count)} · ${words.percent(row.ofStep)}`;
  return (
    <ReportPart
      name={t('section.funnel')}
      figures={steps.map(([figure]) => figure)}
      hint={t('hint.funnel')}
      query={query}
      csv="figures"
      height={heightOfBars(steps.length)}
      table={{
        head: [
          t('column.step'),
          t('column.count'),
          t('column.share'),
          t('column.ofStep'),
          t('column.before'),
        ],
        rows: rows.map((row) => ({
          key: row.figure,
          cells: [
            t(`figure.${row.figure}`),
            words.count(row.count),
            words.percent(row.share),
            words.percent(row.ofStep),
            words.percent(row.before),
          ],
        })),
      }}
    >
      {(width) => (
        <BarsChart
          width={width}
          most={1}
          bars={rows.map((row) => ({
            key: row.figure,
            label: t(`figure.${row.figure}`),
            value: row.share ?? 0,
            before: row.before,
            text: rest(row),
            tone: row.figure === 'succeeded' ? 'success' : 'plain',
          }))}
        />
      )}
    </ReportPart>
  );
}

function shareOf(funnel: Funnel, field: keyof Funnel): number | null {
  return ratio(funnel[field], funnel.dialled);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
