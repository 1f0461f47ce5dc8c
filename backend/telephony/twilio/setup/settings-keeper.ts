import type { Words } from './finding.ts';

/** Puts new settings where they belong, if the person at the terminal wants that. */
export interface SettingsKeeper {
  /** False: they were shown, and are to be put into `.env` by hand. */
  keep(values: Readonly<Record<string, string>>): Promise<boolean>;
}

interface SettingsKeeperOptions {
  /** Writes them into the file; throws when that fails. */
  readonly write: (values: Readonly<Record<string, string>>) => void;
  /** Shows the question; true for yes. Null: yes to all, and nothing is shown. */
  readonly confirm: ((question: Words) => Promise<boolean>) | null;
  readonly show: (lines: string) => void;
}

export function createSettingsKeeper({ write, confirm, show }: SettingsKeeperOptions): SettingsKeeper {
  return {
    async keep(values) {
      const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
      const agreed =
        confirm === null ||
        (await confirm({
          en: [...lines, 'Write this into .env?'].join('\n'),
          ja: [...lines, 'これを .env に書きますか?'].join('\n'),
        }));
      if (!agreed) return false;
      try {
        write(values);
        return true;
      } catch {
        if (confirm === null) show(lines.join('\n'));
        return false;
      }
    },
  };
}
