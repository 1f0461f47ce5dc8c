import { z } from 'zod';
import { defaultServerAddress } from './server-address.ts';

/** What this computer keeps between two runs of the app. A value that cannot be read is as good as none. */
export const settingsSchema = z.object({
  /** Origin of the backend. */
  server: z.url().catch(defaultServerAddress),
  /** `sealed`: the bearer token, encrypted with the keyring's key, base64. It opens only for the server that gave it. */
  session: z.object({ server: z.url(), sealed: z.base64() }).nullable().catch(null),
  /** Null until the console has told. */
  language: z.enum(['ja', 'en']).nullable().catch(null),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export interface SettingsFile {
  read(): Settings;
  change(changed: Partial<Settings>): void;
}
