import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentFigures } from '../../../backend/contract/figures.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { type FigureName, figureColumns } from './figure-columns.ts';
import { useFigureWords } from './figure-words.ts';

const rowHeight = 32;

interface FiguresTableProps {
  readonly agents: readonly AgentFigures[];
  /** Where somebody's changes of presence are listed. */
  readonly logOf: (agentId: AgentId) => string;
}

/** A row for each agent; what a heading counts is said above when it is pointed at, or has the focus. */
export function FiguresTable({ agents, logOf }: FiguresTableProps): ReactElement {
  const { t } = useTranslation('figures');
  const frame = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<FigureName | null>(null);
  const definitionId = useId();
  const virtual = useVirtualizer({
    count: agents.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <>
      <p
        id={definitionId}
        role="status"
        className="min-h-9 border-line-quiet border-b bg-surface-sunken px-4 py-2 text-sm"
      >
        {asked === null ? <span className="text-text-quiet">{t('howTo')}</span> : t(`meaning.${asked}`)}
      </p>
      <section
        ref={frame}
        aria-label={t('table')}
        className="min-h-0 flex-1 overflow-auto pr-8 [mask-image:linear-gradient(to_right,black_calc(100%-32px),transparent)]"
      >
        <table aria-rowcount={agents.length + 1} className="w-full border-separate border-spacing-0 text-sm">
          <Head describedBy={definitionId} onAsk={setAsked} />
          <tbody>
            <Gap height={above} />
            {rows.map(({ index, key }) => {
              const one = agents[index];
              return one === undefined ? null : (
                <Row key={key} figures={one} place={index + 2} log={logOf(one.agentId)} />
              );
            })}
            <Gap height={below} />
          </tbody>
        </table>
      </section>
    </>
  );
}

interface HeadProps {
  readonly describedBy: string;
  readonly onAsk: (name: FigureName | null) => void;
}

function Head({ describedBy, onAsk }: HeadProps): ReactElement {
  const { t } = useTranslation('figures');
  const { heading } = useFigureWords();
  const cellClass = 'sticky top-0 border-line-quiet border-b bg-surface text-xs whitespace-nowrap';
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th
          scope="col"
          className={`${cellClass} left-0 z-20 px-4 py-1 text-left font-medium text-text-quiet`}
        >
          {t('agent')}
        </th>
        {figureColumns.map(({ name }) => (
          <th key={name} scope="col" className={`${cellClass} z-10 text-right font-medium`}>
            <button
              type="button"
              aria-describedby={describedBy}
              className="inset-ring-focus w-full px-2 py-1.5 text-right text-text-quiet underline decoration-dotted underline-offset-4 hover:text-text"
              onPointerEnter={() => onAsk(name)}
              onPointerLeave={() => onAsk(null)}
              onFocus={() => onAsk(name)}
              onBlur={() => onAsk(null)}
            >
              {heading(name)}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly figures: AgentFigures;
  /** In the whole table, the heading included. */
  readonly place: number;
  /** The address of their changes of presence. */
  readonly log: string;
}

function Row({ figures, place, log }: RowProps): ReactElement {
  const { t } = useTranslation('figures');
  const { value } = useFigureWords();
  return (
    <tr aria-rowindex={place} className="hover:bg-surface-hover">
      <th
        scope="row"
        className="sticky left-0 z-10 h-8 max-w-40 truncate border-line-quiet border-b bg-surface px-4 text-left font-medium"
      >
        <Link
          href={log}
          title={t('presence.open', { name: figures.name })}
          className="underline-offset-4 hover:underline"
        >
          {figures.name}
        </Link>
      </th>
      {figureColumns.map((column) => (
        <td
          key={column.name}
          className="h-8 whitespace-nowrap border-line-quiet border-b px-2 text-right tabular-nums"
        >
          {value(column, column.of(figures))}
        </td>
      ))}
    </tr>
  );
}

/** In place of the rows that are not in sight. */
function Gap({ height }: { readonly height: number }): ReactElement | null {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={figureColumns.length + 1} />
    </tr>
  );
}
