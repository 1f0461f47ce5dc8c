import { isDeepStrictEqual } from 'node:util';
import type { UpdateInstall, UpdateStatus } from '../ipc/contract/app.ts';
import { transitionUpdate, type UpdateEvent } from './update-status.ts';

/** Looks for newer versions of the app, and fetches them. */
export interface UpdateSource {
  /** Rejects when the feed cannot be read. False where this copy of the program cannot be replaced, e.g. an unpacked folder. */
  look(): Promise<boolean>;
  /** Ends the app and starts it again in the new version. */
  install(): Promise<void>;
}

/** Keeps the app up to date, and says how far that is. */
export interface Updates {
  status(): UpdateStatus;
  check(): Promise<UpdateStatus>;
  install(): UpdateInstall;
}

export interface UpdatesDeps {
  /** Why there are none to be had, or where they come from; told what happens, a source reports. */
  readonly source: UpdateOffReason | ((onEvent: (event: UpdateEvent) => void) => UpdateSource);
  readonly isOnCall: () => boolean;
  readonly onChanged: (status: UpdateStatus) => void;
  readonly onFailed: (error: unknown) => void;
}

export type UpdateOffReason = Extract<UpdateStatus, { kind: 'off' }>['why'];

export function createUpdates({ source, isOnCall, onChanged, onFailed }: UpdatesDeps): Updates {
  let status: UpdateStatus =
    typeof source === 'string' ? { kind: 'off', why: source } : { kind: 'up-to-date' };

  const become = (next: UpdateStatus): void => {
    if (isDeepStrictEqual(next, status)) return;
    status = next;
    onChanged(status);
  };
  // A source may tell of a failure and reject with it too.
  let lastFailure: unknown = null;
  const happened = (event: UpdateEvent): void => {
    if (event.type === 'failed' && event.error !== lastFailure) {
      lastFailure = event.error;
      onFailed(event.error);
    }
    become(transitionUpdate(status, event));
  };
  const updater = typeof source === 'string' ? null : source(happened);

  return {
    status: () => status,

    check: async () => {
      if (updater === null || status.kind === 'off') return status;
      happened({ type: 'check-started' });
      try {
        if (!(await updater.look())) become({ kind: 'off', why: 'not-installed' });
      } catch (error) {
        happened({ type: 'failed', error });
      }
      return status;
    },

    install: () => {
      if (updater === null || status.kind !== 'ready') return 'not-ready';
      if (isOnCall()) return 'on-call';
      updater.install().catch(onFailed);
      return 'installing';
    },
  };
}
