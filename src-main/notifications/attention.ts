import type { App } from 'electron';
import type { DesktopState } from '../desktop-state.ts';
import { announcedOffers } from '../offers/open-offers.ts';

/** The part of Electron's `app` that is needed. Only macOS has a dock. */
interface AttentionApp extends Pick<App, 'setBadgeCount'> {
  readonly dock?: Pick<NonNullable<App['dock']>, 'bounce' | 'cancelBounce'> | undefined;
}

export interface AttentionDeps {
  readonly app: AttentionApp;
  /** Whether the agent wants the flash and the bounce. */
  readonly isWanted: () => boolean;
  /** Marks the console's entry in the task bar until it is looked at, or until called with false. */
  readonly flashConsole: (on: boolean) => void;
}

/** The count of waiting offers on dock or task bar, where the system has one, and a nudge for each that is new. Call with each state. */
export function createAttention({
  app,
  isWanted,
  flashConsole,
}: AttentionDeps): (state: DesktopState) => void {
  let waiting: ReadonlySet<string> = new Set();
  let bounce: number | undefined;
  const stopBouncing = (): void => {
    if (bounce !== undefined) app.dock?.cancelBounce(bounce);
    bounce = undefined;
  };

  return (state) => {
    const before = waiting;
    waiting = new Set(announcedOffers(state).map(({ id }) => id));
    const hasNew = [...waiting].some((id) => !before.has(id));
    if (!hasNew && waiting.size === before.size) return;

    app.setBadgeCount(waiting.size);
    if (waiting.size === 0) {
      flashConsole(false);
      stopBouncing();
    }
    if (hasNew && isWanted()) {
      stopBouncing();
      bounce = app.dock?.bounce('critical');
      flashConsole(true);
    }
  };
}
