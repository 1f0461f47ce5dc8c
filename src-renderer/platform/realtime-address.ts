import type { ClientId } from '../../backend/contract/ids.ts';

interface RealtimeAddress {
  readonly serverAddress: string;
  readonly clientId: ClientId;
  readonly after: number | null;
  /** Null where a cookie says who connects. */
  readonly ticket: string | null;
}

/** Where this console's events are. */
export function realtimeAddressOf({ serverAddress, clientId, after, ticket }: RealtimeAddress): string {
  const url = new URL('/api/realtime', serverAddress);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('clientId', clientId);
  if (after !== null) url.searchParams.set('after', String(after));
  if (ticket !== null) url.searchParams.set('ticket', ticket);
  return url.href;
}
