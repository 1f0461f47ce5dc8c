import { scaleQuantize } from 'd3-scale';
import type { ReactElement } from 'react';
import { fitLabel } from './fit-label.ts';

export interface HeatCell {
  /** Null: there is nothing of which it could be. */
  readonly value: number | null;
  /** In the cell, where there is room. */
  readonly text: string;
  /** All of it, for whoever points at the cell. */
  readonly title: string;
}

interface HeatGridProps {
  readonly width: number;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  readonly labelWidth: number;
  readonly less: string;
  readonly more: string;
}

/** From nothing to most. Their text keeps its contrast: the darker ones have the one for filled colours. */
const steps = [
  { fill: 'heat-1', text: 'fill-text' },
  { fill: 'heat-2', text: 'fill-text' },
  { fill: 'heat-3', text: 'fill-text' },
  { fill: 'heat-4', text: 'fill-on-filled' },
  { fill: 'heat-5', text: 'fill-on-filled' },
] as const;
type Step = (typeof steps)[number];

const mostNamed = 8;
const nameWidth = 40;
const headHeight = 20;
const rowHeight = 26;
const legendHeight = 28;

export function heightOfGrid(rows: number): number {
  return headHeight + rows * rowHeight + legendHeight;
}

/** Rows and columns, of which each cell is the darker the more there is. */
export function HeatGrid({ width, columns, rows, labelWidth, less, more }: HeatGridProps): ReactElement {
  const cellWidth = (width - labelWidth) / columns.length;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  const step = scaleQuantize<Step>()
    .domain([0, most || 1])
    .range(steps);
  // Of many, every other one or every third, where they would run into each other; of few, each as far as there is room.
  const every = columns.length > mostNamed ? Math.ceil(nameWidth / cellWidth) : 1;
  return (
    <>
      {columns.map(
        (column, place) =>
          place % every === 0 && (
            <text
              key={column}
              x={labelWidth + (place + 0.5) * cellWidth}
              y="13"
              textAnchor="middle"
              className="fill-text-quiet text-xs"
            >
              {every > 1 ? column : fitLabel(column, cellWidth - 4)}
            </text>
          ),
      )}
      {rows.map(({ label, cells }, row) => (
        <g key={label} transform={`translate(0 ${headHeight + row * rowHeight})`} className="text-xs">
          <text x="0" y="17" className="fill-text">
            {fitLabel(label, labelWidth - 8)}
          </text>
          {cells.map((cell, column) => (
            <Cell
              key={columns[column]}
              cell={cell}
              x={labelWidth + column * cellWidth}
              width={cellWidth}
              step={cell.value === null || cell.value === 0 ? null : step(cell.value)}
            />
          ))}
        </g>
      ))}
      <Legend y={headHeight + rows.length * rowHeight + 8} x={labelWidth} less={less} more={more} />
    </>
  );
}

interface CellProps {
  readonly cell: HeatCell;
  readonly x: number;
  readonly width: number;
  readonly step: Step | null;
}

function Cell({ cell, x, width, step }: CellProps): ReactElement {
  return (
    <g>
      <title>{cell.title}</title>
      <rect
        x={x + 1}
        y="1"
        width={width - 2}
        height={rowHeight - 2}
        rx="3"
        className={step?.fill ?? 'fill-transparent stroke-line-quiet'}
      />
      {cell.text.length * 7 < width && (
        <text x={x + width / 2} y="17" textAnchor="middle" className={step?.text ?? 'fill-text-quiet'}>
          {cell.text}
        </text>
      )}
    </g>
  );
}

interface LegendProps {
  readonly x: number;
  readonly y: number;
  readonly less: string;
  readonly more: string;
}

function Legend({ x, y, less, more }: LegendProps): ReactElement {
  return (
    <g transform={`translate(${x} ${y})`} className="text-xs">
      <text x="0" y="11" className="fill-text-quiet">
        {less}
      </text>
      {steps.map(({ fill }, place) => (
        <rect key={fill} x={32 + place * 20} y="1" width="18" height="12" rx="2" className={fill} />
      ))}
      <text x="140" y="11" className="fill-text-quiet">
        {more}
      </text>
    </g>
  );
}
