import { describe, expect, it } from 'vitest';
import { createBearerTransport } from '../../../src-renderer/platform/transport.ts';

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
