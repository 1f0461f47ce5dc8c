import type { ReactElement } from 'react';

/** What a chart shows, in words and numbers: a heading for each column; the first cell of a row names it. */
export interface ChartTableContent {
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

interface ChartTableProps {
  readonly caption: string;
  readonly content: ChartTableContent;
  /** `heard`: for screen readers alone, while the chart is what is seen. */
  readonly as: 'seen' | 'heard';
}

export function ChartTable({ caption, content: { head, rows }, as }: ChartTableProps): ReactElement {
  return (
    <div
      tabIndex={as === 'seen' ? 0 : undefined}
      className={as === 'heard' ? 'sr-only' : 'inset-ring-focus max-h-96 overflow-auto'}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, place) => (
              <th
                key={name}
                scope="col"
                className={`sticky top-0 border-line-quiet border-b bg-surface py-1 pr-3 font-medium text-text-quiet text-xs ${place === 0 ? 'text-left' : 'text-right'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row" className="border-line-quiet border-b py-1 pr-3 text-left font-normal">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td
                  key={head[place + 1]}
                  className="whitespace-nowrap border-line-quiet border-b py-1 pr-3 text-right tabular-nums"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
