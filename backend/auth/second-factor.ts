import { z } from 'zod';
import type { SecondFactorDraft } from '../contract/second-factor.ts';
import type { AuthLibrary } from './auth-library.ts';
import { translated } from './library-refusal.ts';

/** What carries a new session, after the old one was ended: `set-cookie` for browsers, `set-auth-token` for apps. */
export type NewSession = Headers;

/** Codes from an app besides the password. All of it is about whose session `headers` carry; a wrong password throws `password-wrong`. */
export interface SecondFactor {
  /** Nothing is asked for yet. Throws `changed-elsewhere` where it is on already. */
  draft(headers: Headers, password: string): Promise<SecondFactorDraft>;
  /** Shows that the app works; from here on it is asked for. Throws `sign-in-code-wrong`. */
  confirm(headers: Headers, code: string): Promise<NewSession>;
  turnOff(headers: Headers, password: string): Promise<NewSession>;
  /** In place of those before. */
  newBackupCodes(headers: Headers, password: string): Promise<readonly string[]>;
  /** The name of the cookie that stands for the password that was right. */
  challengeCookie(): Promise<string>;
}

export function createSecondFactor({ api, $context }: AuthLibrary): SecondFactor {
  return {
    async draft(headers, password) {
      const made = draftSchema.parse(
        await translated(api.enableTwoFactor({ headers, body: { password, method: 'totp' } })),
      );
      return {
        uri: made.totpURI,
        key: new URL(made.totpURI).searchParams.get('secret') ?? '',
        backupCodes: made.backupCodes,
      };
    },
    async confirm(headers, code) {
      return (await translated(api.verifyTOTP({ headers, body: { code }, returnHeaders: true }))).headers;
    },
    async turnOff(headers, password) {
      const answer = api.disableTwoFactor({ headers, body: { password }, returnHeaders: true });
      return (await translated(answer)).headers;
    },
    async newBackupCodes(headers, password) {
      return (await translated(api.generateBackupCodes({ headers, body: { password } }))).backupCodes;
    },
    async challengeCookie() {
      return (await $context).createAuthCookie('two_factor').name;
    },
  };
}

const draftSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
