import { Hono, type MiddlewareHandler } from 'hono';
import { passwordLinkCheckSchema, passwordSetSchema, setPasswordSchema } from '../contract/users.ts';
import { openEndpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { PasswordService } from './password-service.ts';

/** `/password`. Nobody is signed in: the link is the proof. `limit` slows down whoever tries many. */
export function passwordRoutes(passwords: PasswordService, limit: MiddlewareHandler) {
  return new Hono<ApiEnv>()
    .post(
      '/',
      openEndpoint({
        tag: 'users',
        summary: 'Set the password with a link from an admin',
        answer: { status: 200, schema: passwordSetSchema },
        refusals: ['link-over', 'password-guessable', 'password-personal', 'too-many-requests'],
      }),
      limit,
      validated('json', setPasswordSchema),
      async (c) => {
        const { email } = await passwords.set(c.req.valid('json'));
        return c.json({ email });
      },
    )
    .post(
      '/link',
      openEndpoint({
        tag: 'users',
        summary: 'Whether a link from an admin can still be used',
        detail: 'In a body, so that the token of the link reaches no log.',
        answer: { status: 204, schema: null },
        refusals: ['link-over', 'too-many-requests'],
      }),
      limit,
      validated('json', passwordLinkCheckSchema),
      (c) => {
        passwords.checkLink(c.req.valid('json').token);
        return c.body(null, 204);
      },
    );
}
