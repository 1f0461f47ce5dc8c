/** The app's own pages, served by its own protocol: `app://toritsugi/index.html`. */
export const pageScheme = 'app';
export const pageHost = 'toritsugi';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** `stopped` stands in the console's window once the console is given up; it has no script and may ask nothing. */
export type PageName = 'console' | 'alert' | 'stopped';
export const pageUrls: Readonly<Record<PageName, string>> = {
  console: `${pageOrigin}/index.html`,
  alert: `${pageOrigin}/alert.html`,
  stopped: `${pageOrigin}/stopped.html`,
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
  return pageNames.find((name) => new URL(pageUrls[name]).pathname === pathname) ?? null;
}

const pageNames = ['console', 'alert', 'stopped'] as const satisfies readonly PageName[];
