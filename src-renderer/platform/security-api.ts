import type { z } from 'zod';
import type { AgentId } from '../../backend/contract/ids.ts';
import {
  backupCodesSchema,
  type ChangePassword,
  type SecondFactorDraft,
  type Security,
  secondFactorDraftSchema,
  securitySchema,
} from '../../backend/contract/second-factor.ts';
import { type User, userSchema } from '../../backend/contract/users.ts';
import { ask } from './answers.ts';
import type { HttpMethod, Transport } from './transport.ts';

/** How one signs in oneself. */
export interface SecurityApi {
  security(): Promise<Security>;
  changePassword(change: ChangePassword): Promise<Security>;
  draftSecondFactor(password: string): Promise<SecondFactorDraft>;
  confirmSecondFactor(code: string): Promise<Security>;
  turnOffSecondFactor(password: string): Promise<Security>;
  newBackupCodes(password: string): Promise<readonly string[]>;
  /** Admins only. */
  resetSecondFactor(userId: AgentId): Promise<User>;
}

export function createSecurityApi(transport: Transport): SecurityApi {
  const send = <Answer>(
    method: HttpMethod,
    path: string,
    body: unknown,
    schema: z.ZodType<Answer>,
  ): Promise<Answer> => ask(transport, { method, path, body }, schema);
  const factor = '/api/security/second-factor';

  return {
    security: () => ask(transport, { method: 'GET', path: '/api/security' }, securitySchema),
    changePassword: (change) => send('PUT', '/api/security/password', change, securitySchema),
    draftSecondFactor: (password) => send('POST', factor, { password }, secondFactorDraftSchema),
    confirmSecondFactor: (code) => send('PUT', factor, { code }, securitySchema),
    turnOffSecondFactor: (password) => send('POST', `${factor}/off`, { password }, securitySchema),
    newBackupCodes: async (password) =>
      (await send('POST', `${factor}/backup-codes`, { password }, backupCodesSchema)).backupCodes,
    resetSecondFactor: (userId) =>
      ask(transport, { method: 'DELETE', path: `/api/users/${userId}/second-factor` }, userSchema),
  };
}
