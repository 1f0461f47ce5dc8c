import { type DesktopStateHolder, silentState } from '../desktop-state.ts';
import type { SessionVault } from '../security/session-vault.ts';
import type { ServerSetting } from '../settings/server-setting.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { AppInfo, ServerChange, Shortcut, ShownPresence } from './contract.ts';
import type { RequestHandlers } from './request-desk.ts';

export interface RequestHandlersDeps {
  readonly vault: SessionVault;
  readonly server: ServerSetting;
  readonly settings: SettingsFile;
  readonly state: DesktopStateHolder;
  readonly shortcuts: () => Shortcut[];
  readonly info: AppInfo;
  readonly showConsole: () => void;
  /** Loads the page anew, once the answer to the present request is on its way. */
  readonly reloadSoon: () => void;
  readonly quit: () => void;
}

/** What the main process does for each request of the page. */
export function createRequestHandlers(deps: RequestHandlersDeps): RequestHandlers {
  const { vault, server, settings, state } = deps;
  return {
    'session-load': () => vault.load(),
    'session-store': (token) => vault.store(token),
    'session-clear': () => vault.clear(),
    'server-get': () => server.current(),
    'server-set': (address) => changeServer(address, deps),
    'presence-show': (presence) => showPresence(presence, state),
    'softphone-show': (softphone) => state.change({ softphone }),
    'offers-show': (offers) => state.change({ offers }),
    'shortcuts-list': () => deps.shortcuts(),
    'language-set': (language) => {
      settings.change({ language });
      state.change({ language });
    },
    'app-info': () => deps.info,
    'app-quit': () => deps.quit(),
    'windows-show': () => deps.showConsole(),
  };
}

/** Who has signed out leaves neither an alert nor a call behind, whatever the console forgot to say. */
function showPresence(presence: ShownPresence, state: DesktopStateHolder): void {
  state.change(presence.kind === 'signed-out' ? silentState(state.current().language) : { presence });
}

function changeServer(address: string, { server, vault, reloadSoon }: RequestHandlersDeps): ServerChange {
  const before = server.current();
  const change = server.change(address);
  if (change.kind === 'changed' && change.address !== before) {
    vault.clear();
    reloadSoon();
  }
  return change;
}
