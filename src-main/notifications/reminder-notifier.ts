import type { DesktopState } from '../desktop-state.ts';
import type { DueReminder } from '../ipc/contract/shown.ts';

export interface ReminderNotifierDeps {
  /** Whether the agent wants the system's notifications. */
  readonly isWanted: () => boolean;
  /** The console itself tells whoever is looking at it. */
  readonly isConsoleInFront: () => boolean;
  /** Has the system tell of it; returns what takes that away. `onGone`: it is chosen, or away by itself. */
  readonly notify: (reminder: DueReminder, onGone: () => void) => () => void;
}

export interface ReminderNotifier {
  follow(state: DesktopState): void;
  tell(reminder: DueReminder): void;
}

/**
 * Tells through the system that somebody is to be called again now, but for who does not want to be disturbed. What it has told of is held,
 * for a notification that nobody holds may lose its click, and goes with the session.
 */
export function createReminderNotifier(
  { isWanted, isConsoleInFront, notify }: ReminderNotifierDeps,
  initial: DesktopState,
): ReminderNotifier {
  let { presence } = initial;
  const shown = new Set<() => void>();
  return {
    follow: (state) => {
      ({ presence } = state);
      if (presence.kind !== 'signed-out') return;
      for (const takeAway of shown) takeAway();
      shown.clear();
    },
    tell: (reminder) => {
      const quiet = presence.kind === 'signed-out' || presence.busyReason === 'do-not-disturb';
      if (quiet || !isWanted() || isConsoleInFront()) return;
      const takeAway = notify(reminder, () => shown.delete(takeAway));
      shown.add(takeAway);
    },
  };
}
