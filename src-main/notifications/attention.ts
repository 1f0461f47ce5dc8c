import type { App } from 'electron';
import type { DesktopState } from '../desktop-state.ts';
import { announcedOffers } from '../offers/open-offers.ts';

export interface AttentionDeps {
  readonly app: App;
  /** Whether the agent wants the flash and the bounce. */
  readonly isWanted: () => boolean;
  /** Marks the console's entry in the task bar until it is looked at, or until called with false. */
  readonly flashConsole: (on: boolean) => void;
}

/** The count of waiting offers on dock or task bar, where the system has one, and a nudge when it grows. Call with each state. */
export function createAttention({
  app,
  isWanted,
  flashConsole,
}: AttentionDeps): (state: DesktopState) => void {
  let waiting = 0;
  let bounce: number | undefined;
  const calmDown = (): void => {
    flashConsole(false);
    if (bounce !== undefined) app.dock?.cancelBounce(bounce);
    bounce = undefined;
  };

  return (state) => {
    const { length } = announcedOffers(state);
    if (length === waiting) return;
    const grown = length > waiting;
    waiting = length;

    app.setBadgeCount(waiting);
    if (waiting === 0) calmDown();
    if (grown && isWanted()) {
      bounce = app.dock?.bounce('critical');
      flashConsole(true);
    }
  };
}
