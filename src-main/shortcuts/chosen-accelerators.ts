import { type ShortcutCommand, shortcutCommandSchema } from '../ipc/contract/shortcuts.ts';
import type { SettingsFile } from '../settings/settings.ts';
import { keysInWords, parseAccelerator } from './accelerator.ts';

/** Keys that work in every program, as delivered, in Electron's notation. */
const delivered: Readonly<Record<ShortcutCommand, string>> = {
  accept: 'CommandOrControl+Alt+Y',
  decline: 'CommandOrControl+Alt+N',
  mute: 'CommandOrControl+Alt+M',
  show: 'CommandOrControl+Alt+O',
};

/** Which keys the agent wants for each command: ours, until another is chosen. */
export interface ChosenAccelerators {
  /** Null where the agent wants none. */
  of(command: ShortcutCommand): string | null;
  /** The same as it is written on the keyboard. */
  keysOf(command: ShortcutCommand): string | null;
  /** The command that has these keys already, however they are written. */
  commandWith(accelerator: string): ShortcutCommand | null;
  choose(command: ShortcutCommand, accelerator: string | null): void;
  forget(): void;
}

export function chosenAccelerators(settings: SettingsFile, platform: NodeJS.Platform): ChosenAccelerators {
  const of = (command: ShortcutCommand): string | null => {
    const chosen = settings.read().shortcuts[command];
    if (chosen === null) return null;
    // What somebody wrote into the file and is no accelerator is as good as no choice.
    return (chosen === undefined ? null : parseAccelerator(chosen)) ?? delivered[command];
  };
  const keysOf = (command: ShortcutCommand): string | null => {
    const accelerator = of(command);
    return accelerator === null ? null : keysInWords(accelerator, platform);
  };

  return {
    of,
    keysOf,
    commandWith: (accelerator) => {
      const keys = keysInWords(accelerator, platform);
      return shortcutCommandSchema.options.find((command) => keysOf(command) === keys) ?? null;
    },
    choose: (command, accelerator) =>
      settings.change({ shortcuts: { ...settings.read().shortcuts, [command]: accelerator } }),
    forget: () => settings.change({ shortcuts: {} }),
  };
}
