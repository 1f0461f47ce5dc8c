import type { DesktopState } from '../desktop-state.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import { isIdleOffHours } from './off-hours.ts';

/** Folder, under `resources/tray`, with the pictures for the system's tray: panels of Linux desktops are higher than others. */
export function trayFolder(platform: NodeJS.Platform): string {
  return platform === 'linux' ? '22' : '16';
}

/** File name, in such a folder, of the picture for a state. Waiting customers matter more than presence, but not than being left in peace. */
export function trayImage(state: DesktopState): string {
  const { presence } = state;
  const waiting = announcedOffers(state).length;
  if (waiting > 9) return 'waiting-many.png';
  if (waiting > 0) return `waiting-${waiting}.png`;
  if (presence.kind !== 'signed-in') return `${presence.kind}.png`;
  return isIdleOffHours(presence) ? 'offline.png' : `${presence.presence}.png`;
}
