import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureId, ReportFigures, ReportTable } from '../../../../backend/contract/reports.ts';
import { heightOfIntervals, IntervalChart } from '../charts/interval-chart.tsx';
import type { PartProps } from '../report-body.tsx';
import { ReportPart } from '../report-part.tsx';
import { useReportWords } from '../report-words.ts';

/** More rows than these are in the table only. */
const mostDrawn = 20;

export function AgentsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const rows = report.agents.map(({ agent, figures }) => ({
    key: agent?.id ?? 'nobody',
    label: agent?.name ?? t('nobody'),
    figures,
  }));
  return <RatesPart name={t('section.agents')} figure="agent" csv="agents" query={query} rows={rows} />;
}

export function CampaignsPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const rows = report.campaigns.map(({ campaign, figures }) => ({
    key: campaign?.id ?? 'none',
    label: campaign?.name ?? t('noCampaign'),
    figures,
  }));
  return <RatesPart name={t('section.campaigns')} figure={null} csv="campaigns" query={query} rows={rows} />;
}

export function TemplatesPart({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const rows = report.templates.map(({ agent: { id, name }, version, teamVersion, figures }) => ({
    key: `${id}/${version}/${teamVersion}`,
    label:
      version > 0
        ? t('version', { name, version })
        : teamVersion > 0
          ? t('versionOfTeam', { name, version: teamVersion })
          : t('firstVersion', { name }),
    figures,
  }));
  return (
    <RatesPart name={t('section.templates')} figure="template" csv="templates" query={query} rows={rows} />
  );
}

interface RatesPartProps extends Pick<PartProps, 'query'> {
  readonly name: string;
  readonly figure: FigureId | null;
  readonly csv: ReportTable;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly figures: ReportFigures }[];
}

/** Success rates side by side, each with how sure it is. */
function RatesPart({ name, figure, csv, query, rows }: RatesPartProps): ReactElement {
  const { t } = useTranslation('reports');
  const words = useReportWords();
  const drawn = rows.slice(0, mostDrawn);
  const columns = ['dialled', 'answered', 'handed-over', 'success-rate'] as const;
  return (
    <ReportPart
      wide
      name={name}
      figures={figure === null ? ['success-rate'] : [figure, 'success-rate']}
      hint={t('hint.interval')}
      query={query}
      csv={csv}
      height={heightOfIntervals(drawn.length)}
      table={{
        head: [t('column.name'), ...columns.map((one) => t(`figure.${one}`)), t('column.range')],
        rows: rows.map(({ key, label, figures: { funnel, successRate } }) => ({
          key,
          cells: [
            label,
            words.count(funnel.dialled),
            words.count(funnel.answered),
            words.count(funnel.handedOver),
            words.percent(successRate.share),
            words.range(successRate),
          ],
        })),
      }}
    >
      {(width) => (
        <IntervalChart
          width={width}
          tick={words.tick}
          rows={drawn.map(({ key, label, figures: { successRate } }) => ({
            key,
            label,
            rate: successRate,
            text: `${words.percent(successRate.share)} (${words.count(successRate.count)}/${words.count(successRate.of)})`,
          }))}
        />
      )}
    </ReportPart>
  );
}
