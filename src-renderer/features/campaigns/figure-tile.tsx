import type { ReactElement } from 'react';

interface FigureTileProps {
  readonly name: string;
  readonly value: string;
  readonly beside?: string | undefined;
  /** What exactly is counted. */
  readonly meaning?: string;
  readonly isAlarming?: boolean;
}

/** A number and what it counts; stands in a list of terms. */
export function FigureTile({
  name,
  value,
  beside,
  meaning,
  isAlarming = false,
}: FigureTileProps): ReactElement {
  return (
    <div title={meaning} className="min-w-24 rounded-sm bg-surface-sunken px-2.5 py-1.5">
      <dt className="text-text-quiet text-xs">{name}</dt>
      <dd className="flex items-baseline gap-1.5">
        <span className={`font-semibold text-lg tabular-nums ${isAlarming ? 'text-state-failed' : ''}`}>
          {value}
        </span>
        {beside !== undefined && <span className="text-text-quiet text-xs tabular-nums">{beside}</span>}
      </dd>
    </div>
  );
}
