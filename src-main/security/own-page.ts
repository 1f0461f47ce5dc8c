/** The app's own pages, served by its own protocol: `app://toritsugi/index.html`. */
export const pageScheme = 'app';
export const pageHost = 'toritsugi';
export const pageOrigin = `${pageScheme}://${pageHost}`;

export type PageName = 'console' | 'alert';
export const pageUrls: Readonly<Record<PageName, string>> = {
  console: `${pageOrigin}/index.html`,
  alert: `${pageOrigin}/alert.html`,
};

/** True for an address that our own protocol serves. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${pageScheme}:` && host === pageHost;
}

/** Which of our pages an address leads to, at any of its places; null for anything else. */
export function pageAt(address: string): PageName | null {
  if (!isOwnPage(address)) return null;
  const { pathname } = new URL(address);
  if (pathname === new URL(pageUrls.console).pathname) return 'console';
  return pathname === new URL(pageUrls.alert).pathname ? 'alert' : null;
}
