import { openAt } from '../../backend/contract/open-offers.ts';
import type { RunCommand } from '../desktop-command.ts';
import { type DesktopStateHolder, silentState } from '../desktop-state.ts';
import type { PowerWatch } from '../power/watch-power.ts';
import type { SessionVault } from '../security/session-vault.ts';
import type { DesktopSettingsKeeper } from '../settings/desktop-settings.ts';
import type { ServerSetting } from '../settings/server-setting.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import type { NewsTeller } from '../updates/news.ts';
import type { Updates } from '../updates/updates.ts';
import type { AppInfo, PageError, SavedReport } from './contract/app.ts';
import type { ServerChange } from './contract/session.ts';
import type { Appearance } from './contract/settings.ts';
import type { DueReminder, ShownPresence } from './contract/shown.ts';
import type { RequestHandlers } from './request-desk.ts';

export interface RequestHandlersDeps {
  readonly vault: SessionVault;
  readonly server: ServerSetting;
  readonly settings: SettingsFile;
  readonly desktopSettings: DesktopSettingsKeeper;
  readonly state: DesktopStateHolder;
  readonly shortcuts: GlobalShortcuts;
  readonly power: PowerWatch;
  readonly updates: Updates;
  readonly news: NewsTeller;
  readonly run: RunCommand;
  readonly now: () => number;
  readonly system: SystemActions;
}

/** What handlers make the system do. */
export interface SystemActions {
  readonly info: AppInfo;
  /** Loads the console anew, once the answer to the present request is on its way. */
  readonly reloadSoon: () => void;
  readonly useAppearance: (appearance: Appearance) => void;
  /** Also in mid-call: the agent was asked. */
  readonly quitNow: () => void;
  /** The console has put the question whether to quit on the screen. */
  readonly quitQuestionShown: () => void;
  readonly alertDrawn: () => void;
  /** The console, and not the end of its page, said who is signed in. */
  readonly presenceTold: (presence: ShownPresence) => void;
  readonly tellOfReminder: (reminder: DueReminder) => void;
  readonly notePageError: (error: PageError) => void;
  readonly showLog: () => void;
  readonly saveReport: () => Promise<SavedReport>;
}

/** What the main process does for each request of the pages. */
export function createRequestHandlers(deps: RequestHandlersDeps): RequestHandlers {
  return {
    ...sessionHandlers(deps),
    ...shownHandlers(deps),
    ...settingsHandlers(deps),
    ...appHandlers(deps),
    ...alertHandlers(deps),
  };
}

type HandlersNamed<Prefix extends string> = Pick<
  RequestHandlers,
  Extract<keyof RequestHandlers, `${Prefix}-${string}`>
>;

function sessionHandlers(deps: RequestHandlersDeps): HandlersNamed<'session' | 'server'> {
  const { vault, server } = deps;
  return {
    'session-load': () => vault.load(),
    'session-store': (token) => vault.store(token),
    'session-clear': () => vault.clear(),
    'server-get': () => server.current(),
    'server-set': (address) => changeServer(address, deps),
  };
}

function shownHandlers({
  state,
  power,
  system,
  now,
}: RequestHandlersDeps): HandlersNamed<'presence' | 'softphone' | 'offers' | 'reminder' | 'power'> {
  return {
    'power-away': () => power.away(),
    'presence-show': (presence) => {
      showPresence(presence, state);
      system.presenceTold(presence);
    },
    'reminder-show': (reminder) => system.tellOfReminder(reminder),
    'softphone-show': (softphone) => state.change({ softphone }),
    'offers-show': ({ offers, accepting, simulated = false }) =>
      state.change({ offers: openAt(offers, now()), accepting, simulated }),
  };
}

function settingsHandlers(
  deps: RequestHandlersDeps,
): HandlersNamed<'settings' | 'language' | 'appearance' | 'shortcuts'> {
  const { settings, desktopSettings, state, shortcuts, system } = deps;
  return {
    'settings-get': () => desktopSettings.current(),
    'settings-set': (change) => desktopSettings.change(change),
    'language-set': (language) => {
      settings.change({ language });
      state.change({ language });
    },
    'appearance-set': (appearance) => {
      settings.change({ appearance });
      system.useAppearance(appearance);
    },
    'shortcuts-list': () => shortcuts.list(),
    'shortcuts-set': (order) => shortcuts.set(order),
    'shortcuts-reset': () => shortcuts.reset(),
  };
}

function appHandlers(deps: RequestHandlersDeps): HandlersNamed<'updates' | 'news' | 'log' | 'app'> {
  const { updates, news, state, system } = deps;
  return {
    'updates-status': () => updates.status(),
    'updates-check': () => updates.check(),
    'updates-install': () => updates.install(),
    'news-get': () => news.get(state.current().language),
    'news-read': () => news.read(),
    'log-page-error': (error) => system.notePageError(error),
    'log-show': () => system.showLog(),
    'log-save-report': () => system.saveReport(),
    'app-info': () => system.info,
    'app-quit': () => system.quitNow(),
    'app-quit-question-shown': () => system.quitQuestionShown(),
  };
}

function alertHandlers({ run, system }: RequestHandlersDeps): HandlersNamed<'alert'> {
  return {
    'alert-accept': (offerId) => run({ kind: 'accept-offer', offerId }),
    'alert-decline': ({ offerId, reason }) => run({ kind: 'decline-offer', offerId, reason }),
    'alert-drawn': () => system.alertDrawn(),
  };
}

/** Who has signed out leaves neither an alert nor a call behind, whatever the console forgot to say. */
function showPresence(presence: ShownPresence, state: DesktopStateHolder): void {
  state.change(presence.kind === 'signed-out' ? silentState(state.current().language) : { presence });
}

function changeServer(address: string, { server, vault, state, system }: RequestHandlersDeps): ServerChange {
  if (state.current().softphone.kind === 'on-call') return { kind: 'refused', problem: 'on-call' };
  const before = server.current();
  const change = server.change(address);
  if (change.kind === 'changed' && change.address !== before) {
    vault.clear();
    system.reloadSoon();
  }
  return change;
}
