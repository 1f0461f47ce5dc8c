import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report, ReportQuery } from '../../../backend/contract/reports.ts';
import { Notice } from '../../ui/notice.tsx';
import { KeyFigures } from './key-figures.tsx';
import { EndingsPart, ReasonsPart, RefusalsPart } from './parts/counts-parts.tsx';
import { DaysPart } from './parts/days-part.tsx';
import { FunnelPart } from './parts/funnel-part.tsx';
import { HoursPart } from './parts/hours-part.tsx';
import { IntentsPart } from './parts/intents-part.tsx';
import { AgentsPart, CampaignsPart, TemplatesPart } from './parts/rates-parts.tsx';
import { ResultsPart } from './parts/results-part.tsx';

/** Of a part of a report: the report, and how it was asked for. */
export interface PartProps {
  readonly report: Report;
  readonly query: ReportQuery;
}

/** With fewer answered calls than these, one more moves every share by several points. */
const fewCalls = 30;

export function ReportBody({ report, query }: PartProps): ReactElement {
  const { t } = useTranslation('reports');
  const { answered } = report.figures.funnel;
  const part = { report, query };
  return (
    <div className="@container flex flex-col gap-3 px-4 pb-6">
      {answered < fewCalls && <Notice tone="info">{t('few', { number: answered })}</Notice>}
      <KeyFigures report={report} />
      <div className="grid grid-cols-1 gap-3 @4xl:grid-cols-2">
        <FunnelPart {...part} />
        <ResultsPart {...part} />
        <DaysPart {...part} />
        <HoursPart {...part} />
        <AgentsPart {...part} />
        <CampaignsPart {...part} />
        <TemplatesPart {...part} />
        <IntentsPart {...part} />
        <RefusalsPart {...part} />
        <EndingsPart {...part} />
        <ReasonsPart {...part} />
      </div>
    </div>
  );
}
