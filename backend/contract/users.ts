import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { instantSchema, roleSchema } from './vocabulary.ts';

/** Of a password, in characters. */
export const passwordLength = { least: 10, most: 128 } as const;

/** `invited`: has no password yet, or not any more, and cannot sign in. `disabled`: may not. */
export const userStateSchema = z.enum(['active', 'invited', 'disabled']);
export type UserState = z.infer<typeof userStateSchema>;

/** An account, as admins see it. Whether its owner can be reached now is in `AgentStatus`. */
export const userSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  email: z.email(),
  role: roleSchema,
  state: userStateSchema,
  /** Null for who never signed in. */
  lastSignInAt: instantSchema.nullable(),
  /** Whether signing in asks for a code from an app, too. */
  hasSecondFactor: z.boolean().default(false),
  /** Of the link that sets the password; null when none is open. */
  linkExpiresAt: instantSchema.nullable(),
});
export type User = z.infer<typeof userSchema>;

export const usersSchema = z.object({ users: z.array(userSchema) });
export const userParamSchema = z.object({ userId: agentIdSchema });

const nameSchema = lineOfText(60).min(1);
export const addUserSchema = z.object({
  name: nameSchema,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: roleSchema,
});
export type AddUser = z.infer<typeof addUserSchema>;

/** What is left out stays as it is, whoever changed it meanwhile. */
export const changeUserSchema = z
  .object({ name: nameSchema, role: roleSchema, disabled: z.boolean() })
  .partial()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), 'Nothing is changed.');
export type ChangeUser = z.infer<typeof changeUserSchema>;

/** Sets a password, once. It is told this one time: what is stored of it opens nothing. */
export const passwordLinkSchema = z.object({ url: z.url(), expiresAt: instantSchema });
export type PasswordLink = z.infer<typeof passwordLinkSchema>;

export const invitationSchema = z.object({ user: userSchema, link: passwordLinkSchema });
export type Invitation = z.infer<typeof invitationSchema>;

export const passwordSchema = z.string().min(passwordLength.least).max(passwordLength.most);
/** `token` is what stands at the end of the link. */
export const setPasswordSchema = z.object({ token: z.string().min(1).max(200), password: passwordSchema });
export type SetPassword = z.infer<typeof setPasswordSchema>;
/** Asks whether the link still opens anything. */
export const passwordLinkCheckSchema = setPasswordSchema.pick({ token: true });

/** Whose password was set. */
export const passwordSetSchema = z.object({ email: z.email() });
