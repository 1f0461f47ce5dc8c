import type { App } from 'electron';
import type { DesktopState } from '../desktop-state.ts';

export interface AttentionDeps {
  readonly app: App;
  /** Marks the console's entry in the task bar until it is looked at, or until called with false. */
  readonly flashConsole: (on: boolean) => void;
}

/** The count of waiting offers on dock or task bar, where the system has one, and a nudge when it grows. Call with each state. */
export function createAttention({ app, flashConsole }: AttentionDeps): (state: DesktopState) => void {
  let waiting = 0;
  return ({ offers }) => {
    if (offers.length === waiting) return;
    const grown = offers.length > waiting;
    waiting = offers.length;

    app.setBadgeCount(waiting);
    if (grown) app.dock?.bounce('critical');
    if (grown || waiting === 0) flashConsole(grown);
  };
}
