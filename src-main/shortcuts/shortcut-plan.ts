import type { DesktopCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import type { ShortcutCommand } from '../ipc/contract.ts';

/** Keys that work in every program, in Electron's notation. */
export const defaultAccelerators: Readonly<Record<ShortcutCommand, string>> = {
  accept: 'CommandOrControl+Alt+Y',
  decline: 'CommandOrControl+Alt+N',
  mute: 'CommandOrControl+Alt+M',
  show: 'CommandOrControl+Alt+O',
};

/** What each global key would do now; null where it has nothing to do and is left to other programs. */
export function shortcutPlan({
  offers,
  softphone,
}: DesktopState): Readonly<Record<ShortcutCommand, DesktopCommand | null>> {
  const oldest = offers[0];
  return {
    accept: oldest === undefined ? null : { kind: 'accept-offer', offerId: oldest.id },
    decline: oldest === undefined ? null : { kind: 'decline-offer', offerId: oldest.id },
    mute: softphone.kind === 'on-call' ? { kind: 'toggle-mute' } : null,
    show: { kind: 'show-console' },
  };
}
