import { ApiFailure } from './api-failure.ts';

export type HttpMethod = 'DELETE' | 'GET' | 'POST' | 'PUT';

export interface ApiRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly body?: unknown;
  /** In place of a body in JSON. */
  readonly file?: Blob;
  /** In place of an answer in JSON. */
  readonly answer?: 'file';
}

/** A server that is there answers in far less; a file is waited for to its last byte. */
const patienceMs = { json: 15_000, file: 10 * 60_000 };

/** Carries a request to the server. Rejects with `unreachable` when no answer comes; any answer, also a refusal, resolves. What takes too long is given up. */
export type Transport = (request: ApiRequest) => Promise<Response>;

/** The desktop app's session. A browser keeps its own in a cookie. */
export interface BearerToken {
  current(): string | null;
  remember(token: string): void;
}

/** For a browser: the same origin, with its cookie. */
export function createCookieTransport(fetch: typeof globalThis.fetch): Transport {
  return (request) =>
    reach(() =>
      fetch(request.path, { method: request.method, credentials: 'same-origin', ...content(request, {}) }),
    );
}

/** For the desktop app: a server elsewhere, with a bearer token, which the server renews through `set-auth-token`. */
export function createBearerTransport(
  fetch: typeof globalThis.fetch,
  serverAddress: string,
  token: BearerToken,
): Transport {
  return async (request) => {
    const current = token.current();
    const headers = current === null ? {} : { authorization: `Bearer ${current}` };

    const response = await reach(() =>
      fetch(new URL(request.path, serverAddress), {
        method: request.method,
        credentials: 'omit',
        ...content(request, headers),
      }),
    );

    const renewed = response.headers.get('set-auth-token');
    // Who has signed out meanwhile is not to be signed in again by a late answer.
    if (renewed !== null && token.current() === current) token.remember(renewed);
    return response;
  };
}

function content(request: ApiRequest, headers: Record<string, string>): RequestInit {
  const kind = request.file !== undefined || request.answer === 'file' ? 'file' : 'json';
  return { ...payload(request, headers), signal: AbortSignal.timeout(patienceMs[kind]) };
}

function payload({ body, file }: ApiRequest, headers: Record<string, string>): RequestInit {
  if (file !== undefined) {
    return { headers: { ...headers, 'content-type': 'application/octet-stream' }, body: file };
  }
  if (body === undefined) return { headers };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (cause) {
    throw new ApiFailure('unreachable', cause instanceof Error ? cause.message : 'no answer');
  }
}
