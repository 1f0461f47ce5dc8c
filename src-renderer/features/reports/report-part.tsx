import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureId, ReportQuery, ReportTable } from '../../../backend/contract/reports.ts';
import { Choices } from '../../ui/choices.tsx';
import { ChartTable, type ChartTableContent } from './chart-table.tsx';
import { useWidth } from './charts/use-width.ts';
import { SaveButtons } from './save-buttons.tsx';
import { Term } from './term.tsx';

type View = 'chart' | 'table';

interface ReportPartProps {
  readonly name: string;
  /** Which figure it is named after. */
  readonly figure?: FigureId;
  /** What else is counted in it. */
  readonly figures?: readonly FigureId[];
  /** How the chart is to be read. */
  readonly hint?: string;
  /** Over both columns. */
  readonly wide?: boolean;
  /** What else there is to choose. */
  readonly choice?: ReactNode;
  readonly query: ReportQuery;
  /** What the server calls the table. */
  readonly csv: ReportTable;
  readonly table: ChartTableContent;
  readonly height: number;
  readonly children: (width: number) => ReactNode;
}

/** One chart of a report, with the same as a table, and both as files. */
export function ReportPart(props: ReportPartProps): ReactElement {
  const {
    name,
    figure,
    figures = [],
    hint,
    wide = false,
    choice,
    query,
    csv,
    table,
    height,
    children,
  } = props;
  const { t } = useTranslation('reports');
  const [shown, setShown] = useState<View>('chart');
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const empty = table.rows.length === 0;
  return (
    <section
      aria-label={name}
      data-report-part
      className={`flex min-w-0 flex-col gap-2 rounded-md border border-line-quiet p-4 ${wide ? 'col-span-full' : ''}`}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="flex-1 whitespace-nowrap font-semibold text-base">
          {figure === undefined ? name : <Term figure={figure} />}
        </h2>
        {!empty && (
          <span data-screen-only className="flex flex-wrap items-center gap-1">
            {choice}
            <ViewChoice name={name} shown={shown} onChange={setShown} />
            <SaveButtons name={name} query={query} csv={csv} chart={shown === 'chart' ? chart : null} />
          </span>
        )}
      </header>
      <p className="flex flex-wrap gap-x-3 gap-y-2 text-text-quiet text-xs empty:hidden">
        {figures.map((other) => (
          <Term key={other} figure={other} />
        ))}
        {!empty && shown === 'chart' && hint !== undefined && <span>{hint}</span>}
      </p>
      {empty && <p className="py-4 text-sm text-text-quiet">{t('nothing')}</p>}
      <div ref={frame} className="min-w-0">
        {!empty && shown === 'chart' && (
          <svg ref={chart} aria-hidden viewBox={`0 0 ${width} ${height}`} className="h-auto w-full">
            {children(width)}
          </svg>
        )}
      </div>
      {!empty && <ChartTable caption={name} content={table} as={shown === 'table' ? 'seen' : 'heard'} />}
    </section>
  );
}

interface ViewChoiceProps {
  readonly name: string;
  readonly shown: View;
  readonly onChange: (view: View) => void;
}

function ViewChoice({ name, shown, onChange }: ViewChoiceProps): ReactElement {
  const { t } = useTranslation('reports');
  const options = [
    { value: 'chart', label: t('asChart') },
    { value: 'table', label: t('asTable') },
  ] as const;
  return <Choices label={t('show', { name })} value={shown} options={options} onChange={onChange} />;
}
