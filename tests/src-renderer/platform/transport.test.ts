import { describe, expect, it } from 'vitest';
import { createBearerTransport, createCookieTransport } from '../../../src-renderer/platform/transport.ts';

const server = 'https://calls.example.com';

describe('createBearerTransport', () => {
  it('carries the token, and takes the renewed one', async () => {
    const { token, fetch, sent } = played('first');
    const transport = createBearerTransport(fetch, server, token);

    await transport({ method: 'GET', path: '/api/session' });

    expect(sent).toEqual(['Bearer first']);
    expect(token.current()).toBe('renewed');
  });

  it('does not take up a session again that was forgotten while the answer was on its way', async () => {
    const { token, fetch } = played('first');
    const transport = createBearerTransport(fetch, server, token);

    const answer = transport({ method: 'GET', path: '/api/session' });
    token.forget();
    await answer;

    expect(token.current()).toBeNull();
  });
});

describe('createCookieTransport', () => {
  it('sends a file as it is, and not as JSON', async () => {
    const file = new Blob(['会社,TEL']);
    const sent: (RequestInit | undefined)[] = [];
    const transport = createCookieTransport(async (_address, init) => {
      sent.push(init);
      return new Response(null);
    });

    await transport({ method: 'POST', path: '/api/customers/imports', file });

    expect(sent[0]?.body).toBe(file);
    expect(new Headers(sent[0]?.headers).get('content-type')).toBe('application/octet-stream');
  });
});

function played(first: string) {
  let current: string | null = first;
  const sent: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (_address, init) => {
    sent.push(new Headers(init?.headers).get('authorization'));
    return new Response(null, { headers: { 'set-auth-token': 'renewed' } });
  };
  const token = {
    current: () => current,
    remember: (renewed: string) => {
      current = renewed;
    },
    forget: () => {
      current = null;
    },
  };
  return { token, fetch, sent };
}
