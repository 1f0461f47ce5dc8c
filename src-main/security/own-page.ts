/** The console's own address inside the app: `app://toritsugi/index.html`. */
export const pageScheme = 'app';
export const pageHost = 'toritsugi';
export const pageOrigin = `${pageScheme}://${pageHost}`;
export const consoleUrl = `${pageOrigin}/index.html`;

/** True for an address that our own protocol serves. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${pageScheme}:` && host === pageHost;
}

/** True for the console itself, at any of its places. */
export function isConsole(address: string): boolean {
  return isOwnPage(address) && new URL(address).pathname === new URL(consoleUrl).pathname;
}
