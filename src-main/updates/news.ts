import type { News } from '../ipc/contract/app.ts';
import type { Language } from '../ipc/contract/settings.ts';
import type { SettingsFile } from '../settings/settings.ts';
import { releaseNotes } from './release-notes.ts';

/** Tells once, after an update, what is new. */
export interface NewsTeller {
  get(language: Language): News;
  read(): void;
}

/** `version` is the one that runs. A first start is no update. */
export function createNewsTeller(version: string, settings: SettingsFile): NewsTeller {
  const read = (): void => settings.change({ newsRead: version });
  if (settings.read().newsRead === null) read();
  return {
    get: (language) => {
      const notes = releaseNotes[version]?.[language] ?? [];
      const isNew = settings.read().newsRead !== version && notes.length > 0;
      return isNew ? { kind: 'updated', version, notes: [...notes] } : { kind: 'nothing' };
    },
    read,
  };
}
