import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type SignInAnswer, signInAnswerSchema, signInCodeSchema } from '../contract/second-factor.ts';
import { passwordLength } from '../contract/users.ts';
import { clientAddress } from '../http/client-address.ts';
import { openEndpoint } from '../http/endpoint.ts';
import { answer } from '../http/error-translator.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { Auth } from './auth.ts';
import { secondFactorLock } from './auth-library.ts';
import type { CachedSessions } from './cached-sessions.ts';
import { challengeIn, withChallenge } from './challenge.ts';
import { forLibrary } from './library-request.ts';
import type { SignInLock } from './sign-in-lock-store.ts';
import { answerSignInRefusal } from './sign-in-refusal.ts';

interface AuthRoutesOptions {
  readonly auth: Auth;
  readonly sessions: CachedSessions;
  readonly lock: SignInLock;
  readonly trustProxy: boolean;
}

const credentialsSchema = z.object({
  email: z.email(),
  password: z.string().min(1).max(passwordLength.most),
});
const signedOutSchema = z.object({ success: z.boolean() });

/**
 * Of the sign-in library's many routes only these are open. A sign-in sets the session cookie, and answers the same proof in the
 * header `set-auth-token` for apps that send it as a bearer token.
 */
export function authRoutes({ auth, sessions, lock, trustProxy }: AuthRoutesOptions): Hono<ApiEnv> {
  const pass = async (c: Context<ApiEnv>, request: Request, body: unknown): Promise<Response> => {
    const response = await auth.handle(forLibrary(request, clientAddress(c, trustProxy), body));
    sessions.forget();
    return response;
  };

  return new Hono<ApiEnv>()
    .post(
      '/sign-in/email',
      openEndpoint({
        tag: 'session',
        summary: 'Sign in with e-mail and password',
        detail:
          'Sets the session cookie. The header `set-auth-token` of the answer carries the same proof, for apps that send it as a bearer token. ' +
          'Where the account has a second factor, there is no session yet: the answer is a `challenge` for `/sign-in/code`.',
        answer: { status: 200, schema: signInAnswerSchema },
        refusals: ['not-signed-in', 'not-allowed', 'account-disabled', 'too-many-requests'],
      }),
      validated('json', credentialsSchema),
      async (c) => {
        const credentials = c.req.valid('json');
        lock.begin(credentials.email);
        const response = await pass(c, c.req.raw, credentials);
        if (!response.ok) return answerSignInRefusal(c, response);
        lock.succeeded(credentials.email);
        const challenge = challengeIn(response, await auth.secondFactor.challengeCookie());
        return challenge === null ? response : c.json({ challenge } satisfies SignInAnswer);
      },
    )
    .post(
      '/sign-in/code',
      openEndpoint({
        tag: 'session',
        summary: 'Finish a sign-in with a code',
        detail:
          'Six digits from the app, or one of the backup codes. Sets the session as `/sign-in/email` does. Five codes may be tried for one ' +
          `challenge, and ${secondFactorLock.tries} wrong ones in a row close the second step for ${secondFactorLock.seconds / 60} minutes.`,
        answer: { status: 200, schema: signInAnswerSchema },
        refusals: ['sign-in-code-wrong', 'sign-in-over', 'not-allowed', 'too-many-requests'],
      }),
      validated('json', signInCodeSchema),
      async (c) => {
        const { challenge, code } = c.req.valid('json');
        const cookie = await auth.secondFactor.challengeCookie();
        const response = await pass(c, withChallenge(c.req.raw, { cookie, challenge, code }), { code });
        return response.ok ? response : answerSignInRefusal(c, response);
      },
    )
    .post(
      '/sign-out',
      openEndpoint({
        tag: 'session',
        summary: 'End the session',
        answer: { status: 200, schema: signedOutSchema },
      }),
      async (c) => {
        const response = await pass(c, c.req.raw, {});
        return response.ok ? response : answer(c, 'internal', 'The session could not be ended.');
      },
    );
}
