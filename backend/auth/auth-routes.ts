import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { passwordLength } from '../contract/users.ts';
import { clientAddress } from '../http/client-address.ts';
import { openEndpoint } from '../http/endpoint.ts';
import { answer } from '../http/error-translator.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import { type Auth, clientAddressHeader } from './auth.ts';
import type { CachedSessions } from './cached-sessions.ts';

interface AuthRoutesOptions {
  readonly auth: Auth;
  readonly sessions: CachedSessions;
  readonly trustProxy: boolean;
}

const credentialsSchema = z.object({
  email: z.email(),
  password: z.string().min(1).max(passwordLength.most),
});
const signedInSchema = z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.email() }) });
const signedOutSchema = z.object({ success: z.boolean() });

/**
 * Of the sign-in library's many routes only these two are open. A sign-in sets the session cookie, and answers the same proof in the
 * header `set-auth-token` for apps that send it as a bearer token.
 */
export function authRoutes({ auth, sessions, trustProxy }: AuthRoutesOptions): Hono<ApiEnv> {
  const pass = async (c: Context<ApiEnv>, body: unknown): Promise<Response> => {
    const response = await auth.handle(forLibrary(c.req.raw, clientAddress(c, trustProxy), body));
    sessions.forget();
    return response.ok ? response : refusal(c, response);
  };

  return new Hono<ApiEnv>()
    .post(
      '/sign-in/email',
      openEndpoint({
        tag: 'session',
        summary: 'Sign in with e-mail and password',
        detail:
          'Sets the session cookie. The header `set-auth-token` of the answer carries the same proof, for apps that send it as a bearer token.',
        answer: { status: 200, schema: signedInSchema },
        refusals: ['not-signed-in', 'not-allowed', 'too-many-requests'],
      }),
      validated('json', credentialsSchema),
      (c) => pass(c, c.req.valid('json')),
    )
    .post(
      '/sign-out',
      openEndpoint({
        tag: 'session',
        summary: 'End the session',
        answer: { status: 200, schema: signedOutSchema },
      }),
      (c) => pass(c, {}),
    );
}

/** The same request with a body that was checked, and with the word of ours for where it comes from. */
function forLibrary({ url, method, headers: sent }: Request, address: string, body: unknown): Request {
  const headers = new Headers(sent);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  headers.set(clientAddressHeader, address);
  return new Request(url, { method, headers, body: JSON.stringify(body) });
}

function refusal(c: Context, { status, headers }: Response): Response {
  switch (status) {
    case 401:
      return answer(c, 'not-signed-in', 'The e-mail address or the password is wrong.');
    case 403:
      return answer(c, 'not-allowed', 'This account or this page may not sign in.');
    case 429: {
      const seconds = headers.get('x-retry-after');
      if (seconds !== null) c.header('retry-after', seconds);
      return answer(c, 'too-many-requests', 'Too many attempts. Try again in a minute.');
    }
    default:
      return status < 500
        ? answer(c, 'invalid-input', 'The sign-in library does not take this request.')
        : answer(c, 'internal', 'Something went wrong on our side.');
  }
}
