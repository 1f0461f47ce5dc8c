import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFigures } from '../../../../backend/contract/reports.ts';
import { type CallResult, callResultSchema } from '../../../../backend/contract/vocabulary.ts';
import { type Bar, BarsChart, heightOfBars } from '../charts/bars-chart.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';

const tones: Readonly<Record<CallResult, Bar['tone']>> = {
  success: 'success',
  absent: 'quiet',
  rejected: 'warning',
  follow_up: 'plain',
  failed: 'quiet',
};

/** What the calls came to. */
export function ResultsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation(['reports', 'vocabulary']);
  const words = useReportWords();
  const rows = callResultSchema.options.map((result) => ({
    result,
    name: t(`vocabulary:result.${result}`),
    count: report.figures.results[result],
    share: shareOf(report.figures, result),
    before: shareOf(report.previousFigures, result),
  }));
  return (
    <ReportPart
      name={t('section.results')}
      hint={t('hint.compared')}
      query={query}
      csv="figures"
      height={heightOfBars(rows.length)}
      table={{
        head: [t('column.result'), t('column.count'), t('column.share'), t('column.before')],
        rows: rows.map(({ result, name, count, share, before }) => ({
          key: result,
          cells: [name, words.count(count), words.percent(share), words.percent(before)],
        })),
      }}
    >
      {(width) => (
        <BarsChart
          width={width}
          bars={rows.map(({ result, name, count, share, before }) => ({
            key: result,
            label: name,
            value: share ?? 0,
            before,
            text: `${words.count(count)} · ${words.percent(share)}`,
            tone: tones[result],
          }))}
        />
      )}
    </ReportPart>
  );
}

function shareOf({ results }: ReportFigures, result: CallResult): number | null {
  const all = Object.values(results).reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : results[result] / all;
}
