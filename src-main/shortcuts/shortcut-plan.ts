import type { DesktopCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import type { ShortcutCommand } from '../ipc/contract/shortcuts.ts';
import { announcedOffers } from '../offers/open-offers.ts';

/** What each global key would do now; null where it has nothing to do and is left to other programs. */
export type ShortcutPlan = Readonly<Record<ShortcutCommand, DesktopCommand | null>>;

export const idlePlan: ShortcutPlan = { accept: null, decline: null, mute: null, show: null };

export function shortcutPlan(state: DesktopState): ShortcutPlan {
  const { softphone } = state;
  const [first] = announcedOffers(state);
  return {
    accept: first === undefined ? null : { kind: 'accept-offer', offerId: first.id },
    decline: first === undefined ? null : { kind: 'decline-offer', offerId: first.id, reason: 'other' },
    mute: softphone.kind === 'on-call' ? { kind: 'toggle-mute' } : null,
    show: { kind: 'show-console' },
  };
}
