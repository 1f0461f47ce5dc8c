import type { SetStatus } from '../../../backend/contract/agents.ts';
import type { DeclineReason } from '../../../backend/contract/handoffs.ts';
import type { CallId, CustomerId, OfferId } from '../../../backend/contract/ids.ts';
import type { AppInfo, News, PageError, SavedReport, UpdateInstall, UpdateStatus } from './app.ts';
import type { RememberedSession, ServerChange, StoredSession } from './session.ts';
import type { Appearance, DesktopSettings, DesktopSettingsChange, Language } from './settings.ts';
import type { Shortcut, ShortcutChange, ShortcutOrder } from './shortcuts.ts';
import type { Away, DueReminder, ShownAlert, ShownOffers, ShownPresence, ShownSoftphone } from './shown.ts';

type Subscribe<Listener> = (listener: Listener) => Unsubscribe;
export type Unsubscribe = () => void;

/** `window.desktop`, which the console finds only inside the desktop app. */
export interface DesktopBridge {
  readonly session: {
    load(): Promise<RememberedSession>;
    store(token: string): Promise<StoredSession>;
    clear(): Promise<void>;
    readonly onSignOutChosen: Subscribe<() => void>;
  };
  readonly server: {
    /** Origin of the backend, e.g. `http://localhost:8787`. */
    get(): Promise<string>;
    /** A change forgets the session and loads the page anew. */
    set(address: string): Promise<ServerChange>;
  };
  readonly presence: {
    show(presence: ShownPresence): Promise<void>;
    readonly onChosen: Subscribe<(status: SetStatus) => void>;
  };
  readonly softphone: {
    show(softphone: ShownSoftphone): Promise<void>;
    readonly onMuteToggled: Subscribe<() => void>;
  };
  readonly offers: {
    show(shown: ShownOffers): Promise<void>;
    readonly onAccepted: Subscribe<(offerId: OfferId) => void>;
    readonly onDeclined: Subscribe<(declined: { offerId: OfferId; reason: DeclineReason }) => void>;
  };
  readonly reminders: {
    /** Through the system, unless the console is looked at or the agent does not want that. */
    show(reminder: DueReminder): Promise<void>;
    /** Null: the list of them. */
    readonly onOpened: Subscribe<(customerId: CustomerId | null) => void>;
  };
  readonly calls: {
    /** A `toritsugi://call/<id>` link was followed. */
    readonly onOpened: Subscribe<(callId: CallId) => void>;
  };
  readonly power: {
    /** Whether the agent is away now: for a page that was loaded while they were. */
    away(): Promise<Away>;
    /** The computer fell asleep or, where the settings want that, was locked; or the agent is back. */
    readonly onAwayChanged: Subscribe<(away: Away) => void>;
    /** Connections and registrations from before the sleep are stale. */
    readonly onWoken: Subscribe<() => void>;
  };
  readonly settings: {
    get(): Promise<DesktopSettings>;
    /** Resolves with what holds now: a system may refuse to launch programs at login. */
    set(change: DesktopSettingsChange): Promise<DesktopSettings>;
  };
  readonly shortcuts: {
    list(): Promise<Shortcut[]>;
    set(order: ShortcutOrder): Promise<ShortcutChange>;
    /** All keys as they were delivered. */
    reset(): Promise<Shortcut[]>;
  };
  readonly updates: {
    status(): Promise<UpdateStatus>;
    /** Resolves once it is known whether there is one. */
    check(): Promise<UpdateStatus>;
    /** Restarts the app in its new version. */
    install(): Promise<UpdateInstall>;
    readonly onChanged: Subscribe<(status: UpdateStatus) => void>;
  };
  readonly news: {
    /** In the language last set. */
    get(): Promise<News>;
    /** Not to be told again. */
    read(): Promise<void>;
  };
  readonly log: {
    pageError(error: PageError): Promise<void>;
    /** Shows the log's file in its folder. */
    show(): Promise<void>;
    /** Asks where to, and writes what is needed to look into a fault: the log, versions, crashes. Never what was said. */
    saveReport(): Promise<SavedReport>;
  };
  readonly app: {
    info(): Promise<AppInfo>;
    /** The language of tray, menus, notifications and the alert window. */
    setLanguage(language: Language): Promise<void>;
    /** Light or dark, for every window and menu. */
    setAppearance(appearance: Appearance): Promise<void>;
    /** At once, also in mid-call. */
    quit(): Promise<void>;
    /** Somebody wants to quit in mid-call, and is to be asked first. */
    readonly onQuitAsked: Subscribe<() => void>;
    /** To be called when that question is on the screen: else it is asked outside the console. */
    quitQuestionShown(): Promise<void>;
  };
}

/** `window.alertWindow`, all that the alert window has. */
export interface AlertBridge {
  /** Told what is to be shown now, and of every change. */
  readonly onChanged: Subscribe<(shown: ShownAlert) => void>;
  /** To be called when what was last told is drawn: the window appears no sooner. */
  drawn(): Promise<void>;
  accept(offerId: OfferId): Promise<void>;
  decline(offerId: OfferId, reason: DeclineReason): Promise<void>;
}
