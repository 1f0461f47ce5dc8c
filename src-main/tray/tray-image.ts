import type { DesktopState } from '../desktop-state.ts';

/** Folder, under `resources/tray`, with the pictures for the system's tray: panels of Linux desktops are higher than others. */
export function trayFolder(platform: NodeJS.Platform): string {
  return platform === 'linux' ? '22' : '16';
}

/** File name, in such a folder, of the picture for a state. Waiting customers matter more than presence. */
export function trayImage({ presence, offers }: DesktopState): string {
  if (offers.length > 9) return 'waiting-many.png';
  if (offers.length > 0) return `waiting-${offers.length}.png`;
  return presence.kind === 'signed-in' ? `${presence.presence}.png` : `${presence.kind}.png`;
}
