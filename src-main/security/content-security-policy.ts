import { voiceInsights, voiceSignalling } from '../../backend/contract/voice-edges.ts';
import { isThisComputer } from '../settings/server-address.ts';
import type { PageName } from './own-page.ts';

/**
 * The policy of every page of the app: nothing from elsewhere, and no connection but the console's to the server and to telephony.
 * `page` is null for what is no page.
 */
export function contentSecurityPolicy(page: PageName | null, server: string): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'media-src': page === 'console' ? ["'self'", 'blob:'] : ["'none'"],
    'connect-src': page === 'console' ? connections(server) : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

function connections(server: string): string[] {
  return ["'self'", ...serverSources(server), ...voiceSignalling, ...voiceInsights];
}

function serverSources(server: string): string[] {
  const sources = [server, server.replace(/^http/, 'ws')];
  // The stand-in for Twilio may run as a process of its own, on another port, beside a server on this computer.
  return isThisComputer(server) ? [...sources, `ws://${new URL(server).hostname}:*`] : sources;
}
