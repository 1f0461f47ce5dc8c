import { join } from 'node:path';
import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import { createAttention } from '../notifications/attention.ts';
import { watchOfferExpiry } from '../offers/open-offers.ts';
import { createTray } from '../tray/tray.ts';
import { trayFolder } from '../tray/tray-image.ts';
import type { ConsoleWindow } from '../windows/console-window.ts';
import { after } from './after.ts';
import { type Prepared, resourcesFolder } from './prepared.ts';

type Follower = (state: DesktopState) => void;

export interface FollowerParts {
  readonly run: RunCommand;
  readonly consoleWindow: () => ConsoleWindow;
  readonly change: (changed: Partial<DesktopState>) => void;
}

/** What shows the state and is told nothing else: the tray, the badge and the flash; and what ends offers whose time is up. */
export function stateFollowers(
  { app, platform, settings }: Prepared,
  { run, consoleWindow, change }: FollowerParts,
): readonly Follower[] {
  return [
    createTray({ pictures: join(resourcesFolder(app), 'tray', trayFolder(platform)), run }),
    createAttention({
      app,
      isWanted: () => settings.read().flash,
      flashConsole: (on) => consoleWindow().flash(on),
    }),
    watchOfferExpiry({ now: Date.now, after, onExpired: (left) => change({ offers: left }) }),
  ];
}
