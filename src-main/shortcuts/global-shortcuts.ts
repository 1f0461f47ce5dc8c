import { globalShortcut } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import { type Shortcut, type ShortcutCommand, shortcutCommandSchema } from '../ipc/contract.ts';
import { defaultAccelerators, shortcutPlan } from './shortcut-plan.ts';

export interface GlobalShortcuts {
  /** Claims and frees keys so that exactly those with something to do are ours. */
  follow(state: DesktopState): void;
  list(): Shortcut[];
}

export function createGlobalShortcuts(run: RunCommand): GlobalShortcuts {
  const states = new Map<ShortcutCommand, Shortcut['state']>();
  let plan: ReturnType<typeof shortcutPlan> | null = null;

  const press = (command: ShortcutCommand): void => {
    const order = plan?.[command];
    if (order) run(order);
  };

  const settle = (command: ShortcutCommand, wanted: boolean): void => {
    const claimed = states.get(command) === 'working';
    if (wanted && !claimed) {
      const working = globalShortcut.register(defaultAccelerators[command], () => press(command));
      states.set(command, working ? 'working' : 'taken');
    } else if (!wanted) {
      if (claimed) globalShortcut.unregister(defaultAccelerators[command]);
      states.set(command, 'asleep');
    }
  };

  return {
    follow: (state) => {
      plan = shortcutPlan(state);
      for (const command of shortcutCommandSchema.options) settle(command, plan[command] !== null);
    },
    list: () =>
      shortcutCommandSchema.options.map((command) => ({
        command,
        accelerator: defaultAccelerators[command],
        state: states.get(command) ?? 'asleep',
      })),
  };
}
