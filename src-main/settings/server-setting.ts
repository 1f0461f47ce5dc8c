import type { ServerChange } from '../ipc/contract/session.ts';
import { parseServerAddress } from './server-address.ts';
import type { SettingsFile } from './settings.ts';

/** Which server the app is connected to. */
export interface ServerSetting {
  /** Origin, without a slash at its end. */
  current(): string;
  change(text: string): ServerChange;
}

/** `forThisRun`, when given, stands before what is stored, until somebody changes the setting. */
export function createServerSetting(settings: SettingsFile, forThisRun: string | null): ServerSetting {
  let origin = forThisRun ?? settings.read().server;
  return {
    current: () => origin,
    change: (text) => {
      const parsed = parseServerAddress(text);
      if (parsed.kind === 'refused') return parsed;
      origin = parsed.origin;
      settings.change({ server: origin });
      return { kind: 'changed', address: origin };
    },
  };
}
