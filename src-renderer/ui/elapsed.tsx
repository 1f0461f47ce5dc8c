import type { ReactElement } from 'react';
import { formatDuration, useSeconds } from '../platform/times.ts';

/** How long ago something began. It alone re-renders each second. */
export function Elapsed({ since }: { readonly since: string }): ReactElement {
  const now = useSeconds();
  return <span>{formatDuration(now - Date.parse(since) / 1_000)}</span>;
}

/** How long until something happens; 0:00 from then on. */
export function Remaining({ until }: { readonly until: string }): ReactElement {
  const now = useSeconds();
  return <span>{formatDuration(Math.ceil(Date.parse(until) / 1_000 - now))}</span>;
}
