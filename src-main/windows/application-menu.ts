import { Menu } from 'electron';

/** macOS needs a menu for copy and paste to have keys; elsewhere the console has no menu bar. */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null;
  Menu.setApplicationMenu(menu);
}
