import type { ReactElement } from 'react';

/** The shape of a report that is being loaded: its figures, and its charts. */
export function ReportSkeleton({ label }: { readonly label: string }): ReactElement {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-4 p-4">
      <div className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((place) => (
          <span key={place} className="block h-20 animate-breathe rounded-md bg-surface-hover" />
        ))}
      </div>
      <div className="grid grid-cols-1 gap-3 wide:grid-cols-2">
        {['a', 'b', 'c', 'd'].map((place) => (
          <span key={place} className="block h-52 animate-breathe rounded-md bg-surface-hover" />
        ))}
      </div>
    </div>
  );
}
