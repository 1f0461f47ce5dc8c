import { z } from 'zod';
import { appearanceSchema, languageSchema } from '../ipc/contract/settings.ts';
import { shortcutCommandSchema } from '../ipc/contract/shortcuts.ts';
import { defaultServerAddress } from './server-address.ts';

/** What this computer keeps between two runs of the app. A value that cannot be read is as good as none. */
export const settingsSchema = z.object({
  /** Origin of the backend. */
  server: z.url().catch(defaultServerAddress),
  /** `sealed`: the bearer token, encrypted with the keyring's key, base64. It opens only for the server that gave it. */
  session: z.object({ server: z.url(), sealed: z.base64() }).nullable().catch(null),
  /** Null until the console has told. */
  language: languageSchema.nullable().catch(null),
  appearance: appearanceSchema.catch('system'),
  startHidden: z.boolean().catch(true),
  alertWindow: z.boolean().catch(true),
  systemNotifications: z.boolean().catch(true),
  flash: z.boolean().catch(true),
  awayWhenLocked: z.boolean().catch(false),
  /** The global keys that differ from ours; null is none. */
  shortcuts: z.partialRecord(shortcutCommandSchema, z.string().nullable()).catch({}),
  /** The version whose news the agent has seen; null before the first start. */
  newsRead: z.string().nullable().catch(null),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export interface SettingsFile {
  read(): Settings;
  change(changed: Partial<Settings>): void;
}
