import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe.each([
  ['createCookieTransport', createCookieTransport],
  ['createBearerTransport', (fetch: Fetch) => createBearerTransport(fetch, server, played('first').token)],
])('%s', (_name, create) => {
  afterEach(() => vi.restoreAllMocks());

  it('gives up a server that does not answer, and sooner than one that carries a file', async () => {
    const patience: number[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      patience.push(ms);
      return AbortSignal.abort(new DOMException('too late', 'TimeoutError'));
    });
    const transport = create((_address, init) => {
      init?.signal?.throwIfAborted();
      return new Promise<Response>(() => undefined);
    });
    const file = new Blob(['会社,TEL']);

    const answers = Promise.allSettled([
      transport({ method: 'POST', path: '/api/softphone/token', body: {} }),
      transport({ method: 'POST', path: '/api/customers/imports', file }),
      transport({ method: 'GET', path: '/api/customers/export', answer: 'file' }),
    ]);

    expect(await answers).toMatchObject(
      Array.from({ length: 3 }, () => ({ status: 'rejected', reason: { code: 'unreachable' } })),
    );
    expect(patience[0]).toBeLessThanOrEqual(20_000);
    expect(patience[1]).toBeGreaterThan(60_000);
    expect(patience[2]).toBe(patience[1]);
  });
});

type Fetch = typeof globalThis.fetch;

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
