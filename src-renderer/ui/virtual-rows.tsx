import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface VirtualRowsProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  /** Is kept in sight when it changes. */
  readonly selectedKey?: string | null;
  /** The last rows are in sight. */
  readonly onNearEnd?: () => void;
  readonly onHover?: (hovered: boolean) => void;
  /** Below the last row. */
  readonly foot?: ReactNode;
}

const nearEnd = 10;

/** A list of any length, of which only what is in sight exists. Screen readers are told the whole length. */
export function VirtualRows<Row>({
  label,
  rows,
  rowHeight,
  keyOf,
  children,
  selectedKey = null,
  onNearEnd,
  onHover,
  foot,
}: VirtualRowsProps<Row>): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });

  const items = virtual.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastInSight >= rows.length - nearEnd) onNearEnd?.();
  }, [lastInSight, rows.length, onNearEnd]);

  const selectedIndex = selectedKey === null ? -1 : rows.findIndex((row) => keyOf(row) === selectedKey);
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtual]);

  return (
    <div
      ref={frame}
      className="min-h-0 flex-1 overflow-y-auto"
      onPointerEnter={() => onHover?.(true)}
      onPointerLeave={() => onHover?.(false)}
    >
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {children(row)}
            </li>
          );
        })}
      </ul>
      {foot}
    </div>
  );
}
