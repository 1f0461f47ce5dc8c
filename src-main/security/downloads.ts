import type { Session } from 'electron';
import { pageOrigin } from './own-page.ts';

/** A page may save what it has made itself, or what its server gives; nothing from elsewhere reaches the disk. */
export function mayDownload(address: string, server: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, pathname } = new URL(address);
  // Of our protocol's origin Chromium makes `null`, but writes it into the address.
  return protocol === 'blob:' ? pathname.startsWith(`${pageOrigin}/`) : origin === server;
}

/** Puts that rule to every download of this session. */
export function limitDownloads(session: Session, server: () => string): void {
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL(), server())) event.preventDefault();
  });
}
