import { Hono } from 'hono';
import {
  addUserSchema,
  changeUserSchema,
  invitationSchema,
  userParamSchema,
  userSchema,
  usersSchema,
} from '../contract/users.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { UserService } from './user-service.ts';

const admins = { access: 'admin', tag: 'users' } as const;

/** `/users` */
export function userRoutes(users: UserService) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({ ...admins, summary: 'All accounts', answer: { status: 200, schema: usersSchema } }),
      (c) => c.json({ users: users.all() }),
    )
    .post(
      '/',
      endpoint({
        ...admins,
        summary: 'Add an account',
        detail: 'Answers, this once, a link with which its owner sets the password within a day.',
        answer: { status: 201, schema: invitationSchema },
        refusals: ['email-taken'],
      }),
      validated('json', addUserSchema),
      (c) => c.json(users.add(c.var.caller, c.req.valid('json')), 201),
    )
    .put(
      '/:userId',
      endpoint({
        ...admins,
        summary: 'Change name or role, disable, enable',
        detail:
          'What is left out stays. Disabling ends all sessions of the account, closes their connections, and takes back its open link.',
        answer: { status: 200, schema: userSchema },
        refusals: ['not-found', 'own-account', 'last-admin'],
      }),
      validated('param', userParamSchema),
      validated('json', changeUserSchema),
      (c) => c.json(users.change(c.var.caller, c.req.valid('param').userId, c.req.valid('json'))),
    )
    .post(
      '/:userId/password-link',
      endpoint({
        ...admins,
        summary: 'Make a link that sets the password',
        detail:
          'It works once, within a day, and replaces earlier ones. The password and the sessions of somebody else end at once; your own when the link is used.',
        answer: { status: 201, schema: invitationSchema },
        refusals: ['not-found', 'changed-elsewhere'],
      }),
      validated('param', userParamSchema),
      (c) => c.json(users.resetPassword(c.var.caller, c.req.valid('param').userId), 201),
    )
    .delete(
      '/:userId/second-factor',
      endpoint({
        ...admins,
        summary: 'Let somebody sign in without a code',
        detail: 'For who has lost the app and the backup codes. Their sessions end.',
        answer: { status: 200, schema: userSchema },
        refusals: ['not-found'],
      }),
      validated('param', userParamSchema),
      (c) => c.json(users.resetSecondFactor(c.var.caller, c.req.valid('param').userId)),
    );
}
