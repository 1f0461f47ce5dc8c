import type { Context } from 'hono';
import { clientAddress } from '../http/client-address.ts';
import { clientAddressHeader } from './auth-library.ts';

/** The same request with a body that was checked, and with the word of ours for where it comes from. */
export function forLibrary({ url, method, headers: sent }: Request, address: string, body: unknown): Request {
  const headers = new Headers(sent);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  headers.set(clientAddressHeader, address);
  return new Request(url, { method, headers, body: JSON.stringify(body) });
}

/** As the library reads them: whose session, and the word of ours for where it comes from. */
export function headersForLibrary(c: Context, trustProxy: boolean): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(clientAddressHeader, clientAddress(c, trustProxy));
  return headers;
}
