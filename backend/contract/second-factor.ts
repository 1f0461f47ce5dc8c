import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { passwordLength, passwordSchema } from './users.ts';

/** Of the e-mail address and the password that came first: what the code is to be sent with, once, within ten minutes. */
export const challengeSchema = z.string().min(1).max(300);

/** What a sign-in answers: who is signed in, or that a code is wanted, too. */
export const signInAnswerSchema = z.union([
  z.object({ challenge: challengeSchema }),
  z.object({ user: z.object({ id: agentIdSchema, name: z.string(), email: z.email() }) }),
]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** Six digits from an app, or one of the backup codes. */
const codeSchema = z.string().trim().min(6).max(20);
export const signInCodeSchema = z.object({ challenge: challengeSchema, code: codeSchema });
export type SignInCode = z.infer<typeof signInCodeSchema>;

/** One's own sign-in. */
export const securitySchema = z.object({ secondFactor: z.enum(['on', 'off']) });
export type Security = z.infer<typeof securitySchema>;

const presentPasswordSchema = z.string().min(1).max(passwordLength.most);
/** Whoever changes how an account signs in has to know its password, not only to sit at its computer. */
export const confirmPasswordSchema = z.object({ password: presentPasswordSchema });

/** Each works once, where the app cannot be had. They are told this one time. */
export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof backupCodesSchema>;

/** `uri` is what an app reads from a QR code; `key` is the same for who types it. Nothing is on before a code was entered. */
export const secondFactorDraftSchema = backupCodesSchema.extend({ uri: z.string(), key: z.string() });
export type SecondFactorDraft = z.infer<typeof secondFactorDraftSchema>;

export const confirmCodeSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});

export const changePasswordSchema = z.object({ present: presentPasswordSchema, wanted: passwordSchema });
export type ChangePassword = z.infer<typeof changePasswordSchema>;
