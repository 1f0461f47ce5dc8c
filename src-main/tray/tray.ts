import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import { type DesktopState, silentState } from '../desktop-state.ts';
import { trayImage } from './tray-image.ts';
import { type TrayItem, trayMenu, trayTooltip } from './tray-menu.ts';

export interface TrayDeps {
  /** The folder of the tray's pictures. */
  readonly pictures: string;
  readonly run: RunCommand;
}

/** The app's icon in the system's tray; call the result with each new state. */
export function createTray({ pictures, run }: TrayDeps): (state: DesktopState) => void {
  let shown = silentState('ja');
  const picture = (): string => join(pictures, trayImage(shown));
  const tray = new Tray(picture());
  tray.on('click', () => run({ kind: 'show-console' }));

  // A choice is ticked by the system as soon as it is clicked; set anew, the menu shows what holds until the server agrees.
  const choose: RunCommand = (command) => {
    run(command);
    setMenu();
  };
  // On Linux a menu stays as it was when it was set: a change needs a new one.
  const setMenu = (): void =>
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(shown).map((item) => electronItem(item, choose))));

  return (state) => {
    shown = state;
    tray.setImage(picture());
    tray.setToolTip(trayTooltip(state));
    setMenu();
  };
}

function electronItem(item: TrayItem, run: RunCommand): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'heading':
      return { label: item.label, enabled: false };
    case 'command':
      return { label: item.label, enabled: item.enabled, click: () => run(item.command) };
    case 'choice':
      return {
        type: item.mark === 'one-of-many' ? 'radio' : 'checkbox',
        label: item.label,
        enabled: item.enabled,
        checked: item.chosen,
        click: () => run(item.command),
      };
  }
}
