import type { ShownPresence } from '../ipc/contract/shown.ts';

export interface SignedOutNotifierDeps {
  /** Whether the app began in the tray, where nobody sees that it asks for a sign-in. */
  readonly startedHidden: boolean;
  readonly isConsoleInFront: () => boolean;
  /** Has the system tell of it; returns what takes that away. */
  readonly notify: () => () => void;
}

/**
 * Tells who looks elsewhere that nobody is signed in, so that no calls come: once for each session that has ended, and once where the app
 * began so in the tray. Also who wants no notifications of calls is told: they would wait for calls that cannot come. Call the result with
 * each presence that the console tells.
 */
export function createSignedOutNotifier({
  startedHidden,
  isConsoleInFront,
  notify,
}: SignedOutNotifierDeps): (presence: ShownPresence) => void {
  let isKnown = !startedHidden;
  let takeAway = (): void => undefined;
  return ({ kind }) => {
    if (kind !== 'signed-out') {
      isKnown = false;
      takeAway();
      takeAway = () => undefined;
      return;
    }
    if (isKnown) return;
    isKnown = true;
    if (!isConsoleInFront()) takeAway = notify();
  };
}
