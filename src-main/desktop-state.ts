import type { Offer } from '../backend/contract/handoffs.ts';
import type { OfferId } from '../backend/contract/ids.ts';
import type { Language } from './ipc/contract/settings.ts';
import type { ShownPresence, ShownSoftphone } from './ipc/contract/shown.ts';

/** What the console has told the main process. Tray, alert, notifications and shortcuts are made from it, and from nothing else. */
export interface DesktopState {
  readonly presence: ShownPresence;
  readonly softphone: ShownSoftphone;
  /** Open for this agent now, the most urgent first. */
  readonly offers: readonly Offer[];
  /** The offer whose acceptance is on its way to the server. */
  readonly accepting: OfferId | null;
  /** Whether nobody real is on the line. */
  readonly simulated: boolean;
  readonly language: Language;
}

/** The state while no console is up. */
export function silentState(language: Language): DesktopState {
  return {
    presence: { kind: 'signed-out' },
    softphone: { kind: 'idle' },
    offers: [],
    accepting: null,
    simulated: false,
    language,
  };
}

export interface DesktopStateHolder {
  current(): DesktopState;
  change(changed: Partial<DesktopState>): void;
}

/** Holds the state and tells each listener of every change, the first time at once. One that fails keeps it from no other. */
export function holdDesktopState(
  initial: DesktopState,
  listeners: readonly ((state: DesktopState) => void)[],
  onFailed: (error: unknown) => void,
): DesktopStateHolder {
  let state = initial;
  const tell = (): void => {
    for (const listener of listeners) {
      try {
        listener(state);
      } catch (error) {
        onFailed(error);
      }
    }
  };
  tell();

  return {
    current: () => state,
    change: (changed) => {
      state = { ...state, ...changed };
      tell();
    },
  };
}
