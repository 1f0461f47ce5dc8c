import { lineOf, mutedOf } from '../features/softphone/softphone-line.ts';
import type { SoftphoneState } from '../features/softphone/softphone-machine.ts';
import type { ShownSoftphone } from '../platform/desktop.ts';

/** What the desktop app knows of the softphone: on a call for as long as there is a line, because nothing may restart or quit under it. */
export function shownSoftphone(state: SoftphoneState): ShownSoftphone {
  return lineOf(state) === null ? { kind: 'idle' } : { kind: 'on-call', muted: mutedOf(state) ?? false };
}
