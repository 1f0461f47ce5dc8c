export const defaultServerAddress = 'http://localhost:8787';

export type ParsedServerAddress =
  | { readonly kind: 'address'; readonly origin: string }
  | { readonly kind: 'refused'; readonly problem: 'not-an-address' | 'not-encrypted' };

/**
 * Takes what a person types as the server's address. Plain http is for a server on this computer only: elsewhere it would send
 * the session readable over the network, and Chromium would block it from our secure page as mixed content anyway.
 */
export function parseServerAddress(text: string): ParsedServerAddress {
  const trimmed = text.trim();
  const withScheme = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return { kind: 'refused', problem: 'not-an-address' };

  const url = new URL(withScheme);
  const known = url.protocol === 'https:' || url.protocol === 'http:';
  if (!known || url.hostname === '') return { kind: 'refused', problem: 'not-an-address' };
  if (url.protocol === 'http:' && !isThisComputer(url.origin)) {
    return { kind: 'refused', problem: 'not-encrypted' };
  }
  return { kind: 'address', origin: url.origin };
}

/** True where the server runs on the computer that the app runs on. */
export function isThisComputer(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
