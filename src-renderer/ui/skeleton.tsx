import type { ReactElement } from 'react';

/** The shape of what is being loaded. */
export function SkeletonRows({
  rows,
  label,
}: {
  readonly rows: number;
  readonly label: string;
}): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity, which never change places
        <div key={row} className="flex h-9 items-center gap-4 border-line-quiet border-b px-4">
          <span className="h-3 w-20 animate-breathe rounded-sm bg-surface-hover" />
          <span className="h-3 flex-1 animate-breathe rounded-sm bg-surface-hover" />
          <span className="h-3 w-12 animate-breathe rounded-sm bg-surface-hover" />
        </div>
      ))}
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
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without identity, which never change places
        <span key={line} className="h-4 w-2/3 animate-breathe rounded-sm bg-surface-hover even:w-1/2" />
      ))}
    </div>
  );
}
