import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src-main/security/content-security-policy.ts';

function sources(policy: string, directive: string): string[] {
  const found = policy.split('; ').find((entry) => entry.startsWith(`${directive} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('contentSecurityPolicy', () => {
  it('connects to the server over http and WebSocket, to telephony, and to nothing else', () => {
    const policy = contentSecurityPolicy('console', 'https://calls.example');

    expect(sources(policy, 'connect-src')).toEqual([
      "'self'",
      'https://calls.example',
      'wss://calls.example',
      'wss://voice-js.tokyo.twilio.com',
      'wss://voice-js.roaming.twilio.com',
      'https://eventgw.twilio.com',
    ]);
  });

  it('lets the stand-in for Twilio run on another port beside a server on this computer', () => {
    const policy = contentSecurityPolicy('console', 'http://localhost:8787');

    expect(sources(policy, 'connect-src')).toContain('ws://localhost:*');
    expect(sources(policy, 'connect-src')).toContain('ws://localhost:8787');
  });

  it.each(['alert', null] as const)('lets %s connect to nothing at all', (page) => {
    const policy = contentSecurityPolicy(page, 'https://calls.example');

    expect(sources(policy, 'connect-src')).toEqual(["'none'"]);
  });

  it('runs scripts and styles of our own only', () => {
    const policy = contentSecurityPolicy('console', 'https://calls.example');

    expect(policy).not.toContain('unsafe');
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'script-src')).toEqual(["'self'"]);
    expect(sources(policy, 'style-src')).toEqual(["'self'"]);
  });
});
