import type { DesktopState } from '../desktop-state.ts';

/** File name, under `resources/tray`, of the picture for a state. Waiting customers matter more than presence. */
export function trayImage({ presence, offers }: DesktopState): string {
  if (offers.length > 9) return 'waiting-many.png';
  if (offers.length > 0) return `waiting-${offers.length}.png`;
  return presence.kind === 'signed-in' ? `${presence.presence}.png` : `${presence.kind}.png`;
}
