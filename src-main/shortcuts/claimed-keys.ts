import type { ShortcutCommand } from '../ipc/contract/shortcuts.ts';

/** The part of Electron's `globalShortcut` that is needed. */
export interface SystemKeys {
  /** False where another program has the keys. */
  register(accelerator: string, press: () => void): boolean;
  unregister(accelerator: string): void;
}

/** The keys that are ours now, in every program: at most one accelerator a command. */
export interface ClaimedKeys {
  has(command: ShortcutCommand): boolean;
  /** Claims the accelerator for the command, and frees what it had before; null frees it only. */
  settle(command: ShortcutCommand, accelerator: string | null): void;
  /** Whether no other program has these keys. */
  isFree(accelerator: string): boolean;
}

export function claimKeys(systemKeys: SystemKeys, press: (command: ShortcutCommand) => void): ClaimedKeys {
  const claimed = new Map<ShortcutCommand, string>();
  return {
    has: (command) => claimed.has(command),

    settle: (command, accelerator) => {
      const held = claimed.get(command);
      if (held === accelerator) return;
      if (held !== undefined) {
        systemKeys.unregister(held);
        claimed.delete(command);
      }
      if (accelerator !== null && systemKeys.register(accelerator, () => press(command))) {
        claimed.set(command, accelerator);
      }
    },

    isFree: (accelerator) => {
      const free = systemKeys.register(accelerator, () => undefined);
      if (free) systemKeys.unregister(accelerator);
      return free;
    },
  };
}
