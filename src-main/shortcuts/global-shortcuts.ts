import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import {
  type Shortcut,
  type ShortcutChange,
  type ShortcutCommand,
  type ShortcutOrder,
  shortcutCommandSchema,
} from '../ipc/contract/shortcuts.ts';
import type { SettingsFile } from '../settings/settings.ts';
import { isEverybodys, parseAccelerator } from './accelerator.ts';
import { chosenAccelerators } from './chosen-accelerators.ts';
import { claimKeys, type SystemKeys } from './claimed-keys.ts';
import { idlePlan, type ShortcutPlan, shortcutPlan } from './shortcut-plan.ts';

export interface GlobalShortcutsDeps {
  readonly systemKeys: SystemKeys;
  readonly settings: SettingsFile;
  readonly platform: NodeJS.Platform;
  readonly run: RunCommand;
  /** Another program has the keys of a command that has something to do. */
  readonly onTaken: (command: ShortcutCommand) => void;
  /** The system does not understand keys that are in the settings. */
  readonly onUnusable: (error: unknown) => void;
}

export interface GlobalShortcuts {
  /** Claims and frees keys so that exactly those with something to do are ours. */
  follow(state: DesktopState): void;
  /** The keys that work for a command now, as written on the keyboard. */
  workingKeys(command: ShortcutCommand): string | null;
  list(): Shortcut[];
  set(order: ShortcutOrder): ShortcutChange;
  reset(): Shortcut[];
}

export function createGlobalShortcuts(deps: GlobalShortcutsDeps): GlobalShortcuts {
  const { systemKeys, settings, platform, run, onTaken, onUnusable } = deps;
  let plan: ShortcutPlan = idlePlan;
  const chosen = chosenAccelerators(settings, platform);
  const keys = claimKeys({
    systemKeys,
    press: (command) => {
      const order = plan[command];
      if (order !== null) run(order);
    },
    onTaken,
    onUnusable,
  });

  const wanted = (command: ShortcutCommand): string | null =>
    plan[command] === null ? null : chosen.of(command);
  const settle = (): void =>
    keys.settle({
      accept: wanted('accept'),
      decline: wanted('decline'),
      mute: wanted('mute'),
      show: wanted('show'),
    });

  const stateOf = (command: ShortcutCommand, accelerator: string): Shortcut['state'] => {
    if (keys.has(command)) return 'working';
    return keys.isFree(accelerator) ? 'asleep' : 'taken';
  };
  const list = (): Shortcut[] =>
    shortcutCommandSchema.options.map((command) => {
      const accelerator = chosen.of(command);
      const state = accelerator === null ? 'off' : stateOf(command, accelerator);
      return { command, accelerator, keys: chosen.keysOf(command), state };
    });

  const choose = (command: ShortcutCommand, accelerator: string | null): ShortcutChange => {
    chosen.choose(command, accelerator);
    settle();
    return { kind: 'changed', shortcuts: list() };
  };

  return {
    follow: (state) => {
      plan = shortcutPlan(state);
      settle();
    },
    workingKeys: (command) => (keys.has(command) ? chosen.keysOf(command) : null),
    list,
    set: ({ command, accelerator: text }) => {
      if (text === null) return choose(command, null);
      const accelerator = parseAccelerator(text);
      if (accelerator === null) return { kind: 'not-usable' };
      if (isEverybodys(accelerator, platform)) return { kind: 'everybodys' };
      const holder = chosen.commandWith(accelerator);
      if (holder === command) return { kind: 'changed', shortcuts: list() };
      if (holder !== null) return { kind: 'ours', command: holder };
      return keys.isFree(accelerator) ? choose(command, accelerator) : { kind: 'taken' };
    },
    reset: () => {
      chosen.forget();
      settle();
      return list();
    },
  };
}
