import { isDeepStrictEqual } from 'node:util';
import type { Away } from '../ipc/contract/shown.ts';
import { type AwayReasons, awayOf, type PowerEvent, transitionAway } from './away.ts';

/** The part of Electron's `powerMonitor` that is needed. */
interface PowerMonitor {
  on(event: PowerMonitorEvent, listener: () => void): unknown;
  removeListener(event: PowerMonitorEvent, listener: () => void): unknown;
}

type PowerMonitorEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen';

/** Electron is told of a locked screen by Windows and macOS only: https://www.electronjs.org/docs/latest/api/power-monitor */
export function tellsOfLock(platform: NodeJS.Platform): boolean {
  return platform === 'win32' || platform === 'darwin';
}

export interface PowerWatch extends Disposable {
  /** Whether the agent is away now, for a page that was not there when it was told. */
  away(): Away;
}

export interface PowerDeps {
  readonly powerMonitor: PowerMonitor;
  /** Whether a locked screen is an absence. */
  readonly lockCounts: () => boolean;
  readonly onAwayChanged: (away: Away) => void;
  readonly onWoken: () => void;
}

/** Tells when the computer sleeps, wakes, is locked or unlocked, each absence and each return once. */
export function watchPower({ powerMonitor, lockCounts, onAwayChanged, onWoken }: PowerDeps): PowerWatch {
  let reasons: AwayReasons = new Set();
  let told: Away = { kind: 'present' };

  const away = (): Away => awayOf(reasons, lockCounts());
  const happened = (event: PowerEvent): void => {
    reasons = transitionAway(reasons, event);
    const now = away();
    if (!isDeepStrictEqual(now, told)) onAwayChanged(now);
    told = now;
    if (event === 'woke') onWoken();
  };

  const undo = powerEvents.map(([told, event]) => {
    const listener = (): void => happened(event);
    powerMonitor.on(told, listener);
    return () => powerMonitor.removeListener(told, listener);
  });
  return {
    away,
    [Symbol.dispose]: () => {
      for (const stop of undo) stop();
    },
  };
}

const powerEvents = [
  ['suspend', 'fell-asleep'],
  ['resume', 'woke'],
  ['lock-screen', 'locked'],
  ['unlock-screen', 'unlocked'],
] as const satisfies readonly (readonly [PowerMonitorEvent, PowerEvent])[];
