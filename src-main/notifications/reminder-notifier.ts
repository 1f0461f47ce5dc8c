import type { DueReminder } from '../ipc/contract/shown.ts';

export interface ReminderNotifierDeps {
  /** Whether the agent wants the system's notifications. */
  readonly isWanted: () => boolean;
  /** The console itself tells whoever is looking at it. */
  readonly isConsoleInFront: () => boolean;
  readonly notify: (reminder: DueReminder) => void;
}

/** Tells through the system that somebody is to be called again now. */
export function createReminderNotifier(deps: ReminderNotifierDeps): (reminder: DueReminder) => void {
  return (reminder) => {
    if (deps.isWanted() && !deps.isConsoleInFront()) deps.notify(reminder);
  };
}
