import { type ShortcutCommand, shortcutCommandSchema } from '../ipc/contract/shortcuts.ts';

/** The part of Electron's `globalShortcut` that is needed. */
export interface SystemKeys {
  /** False where another program has the keys. Throws for what is no accelerator to this system. */
  register(accelerator: string, press: () => void): boolean;
  unregister(accelerator: string): void;
}

export type WantedKeys = Readonly<Record<ShortcutCommand, string | null>>;

export interface ClaimedKeysDeps {
  readonly systemKeys: SystemKeys;
  readonly press: (command: ShortcutCommand) => void;
  /** Another program has the keys; told once for each. */
  readonly onTaken: (command: ShortcutCommand) => void;
  /** The system does not understand the keys; told once for each. */
  readonly onUnusable: (error: unknown) => void;
}

/** The keys that are ours now, in every program: at most one accelerator a command. */
export interface ClaimedKeys {
  has(command: ShortcutCommand): boolean;
  /** Claims exactly these accelerators, and frees all others before: two commands may have changed theirs. Null claims none. */
  settle(wanted: WantedKeys): void;
  /** Whether no other program has these keys. */
  isFree(accelerator: string): boolean;
}

export function claimKeys({ systemKeys, press, onTaken, onUnusable }: ClaimedKeysDeps): ClaimedKeys {
  const claimed = new Map<ShortcutCommand, string>();
  const refused = new Map<ShortcutCommand, string>();
  const unusable = new Set<string>();

  const register = (accelerator: string, act: () => void): boolean => {
    if (unusable.has(accelerator)) return false;
    try {
      return systemKeys.register(accelerator, act);
    } catch (error) {
      unusable.add(accelerator);
      onUnusable(error);
      return false;
    }
  };

  const free = (wanted: WantedKeys): void => {
    for (const [command, held] of claimed) {
      if (held === wanted[command]) continue;
      systemKeys.unregister(held);
      claimed.delete(command);
    }
  };
  const claim = (command: ShortcutCommand, accelerator: string): void => {
    if (claimed.has(command)) return;
    if (register(accelerator, () => press(command))) {
      claimed.set(command, accelerator);
      refused.delete(command);
    } else if (refused.get(command) !== accelerator) {
      refused.set(command, accelerator);
      onTaken(command);
    }
  };

  return {
    has: (command) => claimed.has(command),

    settle: (wanted) => {
      free(wanted);
      for (const command of shortcutCommandSchema.options) {
        const accelerator = wanted[command];
        if (accelerator !== null) claim(command, accelerator);
      }
    },

    isFree: (accelerator) => {
      const free = register(accelerator, () => undefined);
      if (free) systemKeys.unregister(accelerator);
      return free;
    },
  };
}
