import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Network address of whoever is asking; behind a proxy of our own, what that proxy saw. */
export function clientAddress(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? socketAddress(c) ?? 'unknown';
}

/** Requests made in the process itself have no socket. */
function socketAddress(c: Context): string | undefined {
  const overNetwork = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env;
  return overNetwork ? getConnInfo(c).remote.address : undefined;
}
