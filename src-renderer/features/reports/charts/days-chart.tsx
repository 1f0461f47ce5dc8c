import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactElement } from 'react';
import type { Funnel } from '../../../../backend/contract/reports.ts';
import { fitLabel } from './fit-label.ts';

export interface DayColumn {
  readonly key: string;
  /** Below the column. */
  readonly label: string;
  readonly title: string;
  readonly funnel: Funnel;
}

interface DaysChartProps {
  readonly width: number;
  readonly columns: readonly DayColumn[];
  readonly names: Readonly<Record<(typeof layers)[number]['of'], string>>;
  readonly count: (number: number) => string;
}

/** Each lies before the one above it, of which it is a part. */
const layers = [
  { of: 'dialled', fill: 'fill-surface-hover stroke-line' },
  { of: 'answered', fill: 'fill-accent' },
  { of: 'succeeded', fill: 'fill-state-human' },
] as const satisfies readonly { of: keyof Funnel; fill: string }[];

const plotHeight = 170;
const left = 44;
const labelWidth = 64;

export const heightOfDays = plotHeight + 58;

/** What was dialled, and of it what was answered and what succeeded, column by column. */
export function DaysChart({ width, columns, names, count }: DaysChartProps): ReactElement {
  const x = scaleBand<string>()
    .domain(columns.map(({ key }) => key))
    .range([left, width])
    .paddingInner(0.2);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...columns.map(({ funnel }) => funnel.dialled))])
    .range([plotHeight, 8])
    .nice(4);
  const every = Math.max(1, Math.ceil((columns.length * labelWidth) / (width - left)));
  return (
    <>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick} className="text-xs">
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line-quiet" />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end" className="fill-text-quiet">
              {count(tick)}
            </text>
          </g>
        ))}
      {columns.map(({ key, label, title, funnel }, place) => (
        <g key={key} transform={`translate(${x(key) ?? 0} 0)`} className="text-xs">
          <title>{title}</title>
          <rect y="0" width={x.bandwidth()} height={plotHeight} className="fill-transparent" />
          {layers.map(({ of, fill }) => (
            <rect
              key={of}
              y={y(funnel[of])}
              width={x.bandwidth()}
              height={plotHeight - y(funnel[of])}
              className={fill}
            />
          ))}
          {place % every === 0 && (
            <text x={x.bandwidth() / 2} y={plotHeight + 16} textAnchor="middle" className="fill-text-quiet">
              {label}
            </text>
          )}
        </g>
      ))}
      <Legend names={names} width={width - left} />
    </>
  );
}

function Legend({ names, width }: Pick<DaysChartProps, 'names' | 'width'>): ReactElement {
  const step = Math.min(170, width / layers.length);
  return (
    <g transform={`translate(${left} ${plotHeight + 32})`} className="text-xs">
      {layers.map(({ of, fill }, place) => (
        <g key={of} transform={`translate(${place * step} 0)`}>
          <rect y="2" width="12" height="12" rx="2" className={fill} />
          <text x="18" y="12" className="fill-text">
            {fitLabel(names[of], step - 22)}
          </text>
        </g>
      ))}
    </g>
  );
}
