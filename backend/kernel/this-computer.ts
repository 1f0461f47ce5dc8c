/** Whether a host of a URL is this computer by its own name, or as the number that never leaves it. */
export function isThisComputer(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
}
