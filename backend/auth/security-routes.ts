import { type Context, Hono, type MiddlewareHandler } from 'hono';
import {
  type BackupCodes,
  backupCodesSchema,
  changePasswordSchema,
  confirmCodeSchema,
  confirmPasswordSchema,
  secondFactorDraftSchema,
  securitySchema,
} from '../contract/second-factor.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import { headersForLibrary } from './library-request.ts';
import type { NewSession } from './second-factor.ts';
import type { Asker, SecurityService } from './security-service.ts';

interface SecurityRoutesOptions {
  readonly security: SecurityService;
  /** Slows down whoever tries many passwords. */
  readonly limit: MiddlewareHandler;
  readonly trustProxy: boolean;
}

const own = { access: 'signed-in', tag: 'session' } as const;
const newSession = 'The session is replaced: the answer sets the cookie and `set-auth-token` anew.';

/** `/security`: how one signs in. */
export function securityRoutes({ security, limit, trustProxy }: SecurityRoutesOptions) {
  const asker = (c: Context<SignedInEnv>): Asker => ({
    caller: c.var.caller,
    headers: headersForLibrary(c, trustProxy),
  });

  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({ ...own, summary: 'How one signs in', answer: { status: 200, schema: securitySchema } }),
      (c) => c.json(security.of(c.var.caller)),
    )
    .put(
      '/password',
      endpoint({
        ...own,
        summary: 'Change one’s own password',
        detail: `All other sessions end. ${newSession}`,
        answer: { status: 200, schema: securitySchema },
        refusals: ['password-wrong', 'password-guessable', 'password-personal', 'too-many-requests'],
      }),
      limit,
      validated('json', changePasswordSchema),
      async (c) => {
        renew(c, await security.changePassword(asker(c), c.req.valid('json')));
        return c.json(security.of(c.var.caller));
      },
    )
    .post(
      '/second-factor',
      endpoint({
        ...own,
        summary: 'Prepare codes from an app',
        detail: 'Nothing is asked for before a code was entered. Backup codes and key are told this once.',
        answer: { status: 201, schema: secondFactorDraftSchema },
        refusals: ['password-wrong', 'changed-elsewhere', 'too-many-requests'],
      }),
      limit,
      validated('json', confirmPasswordSchema),
      async (c) => c.json(await security.draftSecondFactor(asker(c), c.req.valid('json').password), 201),
    )
    .put(
      '/second-factor',
      endpoint({
        ...own,
        summary: 'Switch the second factor on with a code',
        detail: newSession,
        answer: { status: 200, schema: securitySchema },
        refusals: ['sign-in-code-wrong', 'changed-elsewhere', 'too-many-requests'],
      }),
      limit,
      validated('json', confirmCodeSchema),
      async (c) => {
        renew(c, await security.confirmSecondFactor(asker(c), c.req.valid('json').code));
        return c.json(security.of(c.var.caller));
      },
    )
    .post(
      '/second-factor/off',
      endpoint({
        ...own,
        summary: 'Switch the second factor off',
        detail: newSession,
        answer: { status: 200, schema: securitySchema },
        refusals: ['password-wrong', 'changed-elsewhere', 'too-many-requests'],
      }),
      limit,
      validated('json', confirmPasswordSchema),
      async (c) => {
        renew(c, await security.turnOffSecondFactor(asker(c), c.req.valid('json').password));
        return c.json(security.of(c.var.caller));
      },
    )
    .post(
      '/second-factor/backup-codes',
      endpoint({
        ...own,
        summary: 'New backup codes in place of the old',
        answer: { status: 201, schema: backupCodesSchema },
        refusals: ['password-wrong', 'changed-elsewhere', 'too-many-requests'],
      }),
      limit,
      validated('json', confirmPasswordSchema),
      async (c) => {
        const codes = await security.newBackupCodes(asker(c), c.req.valid('json').password);
        return c.json({ backupCodes: [...codes] } satisfies BackupCodes, 201);
      },
    );
}

function renew(c: Context, session: NewSession): void {
  for (const cookie of session.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  const token = session.get('set-auth-token');
  if (token !== null) c.header('set-auth-token', token);
}
