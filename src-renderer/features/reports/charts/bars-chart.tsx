import { scaleLinear } from 'd3-scale';
import type { ReactElement } from 'react';
import { fitLabel } from './fit-label.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** As long as the bar is. */
  readonly value: number;
  /** Where an upright line stands, for the period before; null for none. */
  readonly before: number | null;
  /** Beside the bar. */
  readonly text: string;
  readonly tone: keyof typeof tones;
}

const tones = {
  plain: 'fill-accent',
  success: 'fill-state-human',
  quiet: 'fill-line',
  warning: 'fill-state-failed',
} as const;

interface BarsChartProps {
  readonly width: number;
  readonly bars: readonly Bar[];
  /** The longest that a bar could be; else the longest one takes all the room. */
  readonly most?: number;
}

const rowHeight = 28;
const textWidth = 116;

export function heightOfBars(bars: number): number {
  return bars * rowHeight;
}

/** Lying bars, each with its name before and its number behind. */
export function BarsChart({ width, bars, most }: BarsChartProps): ReactElement {
  const labelWidth = Math.min(176, width * 0.34);
  const longest = most ?? Math.max(...bars.flatMap(({ value, before }) => [value, before ?? 0]));
  const x = scaleLinear()
    .domain([0, longest || 1])
    .range([0, width - labelWidth - textWidth]);
  return (
    <>
      {bars.map(({ key, label, value, before, text, tone }, place) => (
        <g key={key} transform={`translate(0 ${place * rowHeight})`} className="text-xs">
          <title>{`${label} ${text}`}</title>
          <text x="0" y="18" className="fill-text">
            {fitLabel(label, labelWidth - 8)}
          </text>
          <rect
            x={labelWidth}
            y="5"
            width={x(longest || 1)}
            height="18"
            rx="3"
            className="fill-surface-hover"
          />
          <rect x={labelWidth} y="5" width={x(value)} height="18" rx="3" className={tones[tone]} />
          {before !== null && (
            <rect
              x={labelWidth + x(before) - 1}
              y="2"
              width="3"
              height="24"
              rx="1"
              className="fill-text stroke-surface"
            />
          )}
          <text x={width} y="18" textAnchor="end" className="fill-text">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
