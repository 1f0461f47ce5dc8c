import { scaleLinear } from 'd3-scale';
import type { ReactElement } from 'react';
import type { Rate } from '../../../../backend/contract/reports.ts';
import { fitLabel } from './fit-label.ts';

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  readonly rate: Rate;
  readonly text: string;
}

interface IntervalChartProps {
  readonly width: number;
  readonly rows: readonly IntervalRow[];
  /** How a share is written on the axis. */
  readonly tick: (share: number) => string;
}

const rowHeight = 28;
const axisHeight = 22;
const textWidth = 140;

export function heightOfIntervals(rows: number): number {
  return rows * rowHeight + axisHeight;
}

/** Of each row its share as a dot, and as a line where the true one lies: how sure it is can be seen. */
export function IntervalChart({ width, rows, tick }: IntervalChartProps): ReactElement {
  const labelWidth = Math.min(176, width * 0.3);
  const x = scaleLinear()
    .domain([0, Math.max(0.01, ...rows.map(({ rate }) => rate.high))])
    .range([labelWidth, width - textWidth])
    .nice(4);
  const bottom = rows.length * rowHeight;
  return (
    <>
      {x.ticks(4).map((share) => (
        <g key={share} className="text-xs">
          <line x1={x(share)} x2={x(share)} y1="0" y2={bottom} className="stroke-line-quiet" />
          <text x={x(share)} y={bottom + 16} textAnchor="middle" className="fill-text-quiet">
            {tick(share)}
          </text>
        </g>
      ))}
      {rows.map(({ key, label, rate, text }, place) => (
        <g key={key} transform={`translate(0 ${place * rowHeight})`} className="text-xs">
          <title>{`${label} ${text}`}</title>
          <text x="0" y="18" className="fill-text">
            {fitLabel(label, labelWidth - 8)}
          </text>
          {rate.share !== null && (
            <>
              <line
                x1={x(rate.low)}
                x2={x(rate.high)}
                y1="14"
                y2="14"
                strokeWidth="2"
                className="stroke-accent"
              />
              {[rate.low, rate.high].map((end, side) => (
                <line
                  key={side === 0 ? 'low' : 'high'}
                  x1={x(end)}
                  x2={x(end)}
                  y1="9"
                  y2="19"
                  strokeWidth="2"
                  className="stroke-accent"
                />
              ))}
              <circle cx={x(rate.share)} cy="14" r="5" className="fill-accent stroke-surface" />
            </>
          )}
          <text x={width} y="18" textAnchor="end" className="fill-text">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
