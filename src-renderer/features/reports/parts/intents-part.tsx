import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { stageSchema } from '../../../../backend/contract/vocabulary.ts';
import { HeatGrid, heightOfGrid } from '../charts/heat-grid.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';
import { intentsByStage } from './intents-by-stage.ts';

/** What customers say, and when in the call they say it. */
export function IntentsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation(['reports', 'vocabulary']);
  const words = useReportWords();
  const counted = intentsByStage(report.intents);
  const unnoted = counted.some(({ turns }) => turns.none > 0);
  const stages = [...stageSchema.options, ...(unnoted ? (['none'] as const) : [])];
  const rows = counted.map(({ intent, turns, total }) => ({
    key: intent,
    label: t(`vocabulary:intent.${intent}`),
    turns: stages.map((stage) => turns[stage]),
    total,
  }));
  const names = stages.map((stage) => t(`stage.${stage}`));
  return (
    <ReportPart
      wide
      name={t('figure.intent')}
      figure="intent"
      hint={t('hint.intents')}
      query={query}
      csv="intents"
      height={heightOfGrid(rows.length)}
      table={{
        head: [t('column.intent'), ...names, t('column.total')],
        rows: rows.map(({ key, label, turns, total }) => ({
          key,
          cells: [label, ...turns.map(words.count), words.count(total)],
        })),
      }}
    >
      {(width) => (
        <HeatGrid
          width={width}
          labelWidth={Math.min(160, width * 0.28)}
          less={t('less')}
          more={t('more')}
          columns={names}
          rows={rows.map(({ label, turns }) => ({
            label,
            cells: turns.map((number, place) => ({
              value: number,
              text: number === 0 ? '' : words.count(number),
              title: `${label} – ${names[place]}: ${words.count(number)}`,
            })),
          }))}
        />
      )}
    </ReportPart>
  );
}
