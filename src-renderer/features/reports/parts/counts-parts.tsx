import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureId, ReportTable } from '../../../../backend/contract/reports.ts';
import { stageSchema } from '../../../../backend/contract/vocabulary.ts';
import { BarsChart, heightOfBars } from '../charts/bars-chart.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';

/** Why customers refuse. */
export function RefusalsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const rows = report.refusals.map(({ why, calls }) => ({ key: why, label: t(`refusal.${why}`), calls }));
  return <CountsPart figure="refusal" column={t('column.reason')} csv="refusals" query={query} rows={rows} />;
}

/** Where calls end, in the order of a call. */
export function EndingsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const counted = new Map(report.endings.map(({ stage, calls }) => [stage, calls]));
  const rows = [...stageSchema.options, null].flatMap((stage) => {
    const calls = counted.get(stage);
    const key = stage ?? 'none';
    return calls === undefined ? [] : [{ key, label: t(`stage.${key}`), calls }];
  });
  return <CountsPart figure="ending" column={t('column.stage')} csv="endings" query={query} rows={rows} />;
}

/** What led to the results. */
export function ReasonsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation(['reports', 'vocabulary']);
  const rows = report.reasons.map(({ result, reason, calls }) => ({
    key: `${result}/${reason}`,
    label: `${t(`vocabulary:result.${result}`)}: ${t(`reasonIs.${reason}`)}`,
    calls,
  }));
  return <CountsPart figure="reason" column={t('column.reason')} csv="reasons" query={query} rows={rows} />;
}

interface CountsPartProps extends Pick<PartProps, 'query'> {
  readonly wide?: boolean;
  readonly figure: FigureId;
  readonly column: string;
  readonly csv: ReportTable;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly calls: number }[];
}

/** More rows than these are in the table only. */
const mostDrawn = 12;

/** Calls by one thing, each with its share of them all. */
function CountsPart({ wide = false, figure, column, csv, query, rows }: CountsPartProps): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const all = rows.reduce((sum, { calls }) => sum + calls, 0);
  const drawn = rows.slice(0, mostDrawn);
  return (
    <ReportPart
      wide={wide}
      name={t(`figure.${figure}`)}
      figure={figure}
      query={query}
      csv={csv}
      height={heightOfBars(drawn.length)}
      table={{
        head: [column, t('column.count'), t('column.share')],
        rows: rows.map(({ key, label, calls }) => ({
          key,
          cells: [label, words.count(calls), words.percent(calls / all)],
        })),
      }}
    >
      {(width) => (
        <BarsChart
          width={width}
          bars={drawn.map(({ key, label, calls }) => ({
            key,
            label,
            value: calls,
            before: null,
            text: `${words.count(calls)} · ${words.percent(calls / all)}`,
            tone: 'plain',
          }))}
        />
      )}
    </ReportPart>
  );
}
