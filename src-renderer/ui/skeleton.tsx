import type { ReactElement } from 'react';

/** The grid of a list's rows, and in which windows each column is there. */
export interface SkeletonColumns {
  readonly className: string;
  readonly cells: readonly string[];
}

const plainColumns: SkeletonColumns = {
  className: 'grid grid-cols-[5rem_minmax(0,1fr)_3rem] gap-4 px-4',
  cells: ['', '', ''],
};

interface SkeletonRowsProps {
  readonly rows: number;
  readonly label: string;
  readonly columns?: SkeletonColumns;
}

/** The shape of a list that is being loaded. */
export function SkeletonRows({ rows, label, columns = plainColumns }: SkeletonRowsProps): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity, which never change places
        <div key={row} className="@container h-8 border-line-quiet border-b">
          <div className={`h-full items-center ${columns.className}`}>
            {columns.cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns without identity, which never change places
              <span key={place} className={cell}>
                <Bar className="h-3 w-3/4" />
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** The shape of a call that is being loaded: its header, the bar of its conversation, and some lines. */
export function SkeletonCall({ label }: { readonly label: string }): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      <div className="flex h-[73px] items-center justify-between border-line-quiet border-b px-4">
        <span className="flex flex-col gap-3">
          <Bar className="h-5 w-48" />
          <Bar className="h-3 w-64" />
        </span>
        <Bar className="h-8 w-20" />
      </div>
      <div className="flex h-9 items-center border-line-quiet border-b px-4">
        <Bar className="h-3 w-12" />
      </div>
      <div className="flex flex-col gap-6 px-4 py-6">
        {['w-1/2', 'w-2/5 self-end', 'w-2/3', 'w-1/2 self-end'].map((shape) => (
          <Bar key={shape} className={`h-8 ${shape}`} />
        ))}
      </div>
    </div>
  );
}

export function SkeletonText({
  lines,
  label,
}: {
  readonly lines: number;
  readonly label: string;
}): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      <Bar className="mb-1 h-6 w-1/2" />
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without identity, which never change places
        <Bar key={line} className="h-4 w-2/3 even:w-1/2" />
      ))}
    </div>
  );
}

function Bar({ className }: { readonly className: string }): ReactElement {
  return <span className={`block animate-breathe rounded-sm bg-surface-hover ${className}`} />;
}
