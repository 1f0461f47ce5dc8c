import type { Away } from '../ipc/contract/shown.ts';
import { type AwayReasons, awayOf, type PowerEvent, transitionAway } from './away.ts';

/** The part of Electron's `powerMonitor` that is needed. */
interface PowerMonitor {
  on(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen', listener: () => void): unknown;
}

export interface PowerDeps {
  readonly powerMonitor: PowerMonitor;
  /** Whether a locked screen is an absence. */
  readonly lockCounts: () => boolean;
  readonly onAwayChanged: (away: Away) => void;
  readonly onWoken: () => void;
}

/** Tells when the computer sleeps, wakes, is locked or unlocked, each absence and each return once. */
export function watchPower({ powerMonitor, lockCounts, onAwayChanged, onWoken }: PowerDeps): void {
  let reasons: AwayReasons = new Set();
  let told: Away = { kind: 'present' };

  const happened = (event: PowerEvent): void => {
    reasons = transitionAway(reasons, event);
    const away = awayOf(reasons, lockCounts());
    if (JSON.stringify(away) !== JSON.stringify(told)) onAwayChanged(away);
    told = away;
    if (event === 'woke') onWoken();
  };

  powerMonitor.on('suspend', () => happened('fell-asleep'));
  powerMonitor.on('resume', () => happened('woke'));
  // Linux does not tell.
  powerMonitor.on('lock-screen', () => happened('locked'));
  powerMonitor.on('unlock-screen', () => happened('unlocked'));
}
