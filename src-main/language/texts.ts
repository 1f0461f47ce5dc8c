import type { HandoffReason } from '../../backend/contract/handoffs.ts';
import type { OfferMeaning } from '../../backend/contract/offer-meaning.ts';
import type { BusyReason, Presence } from '../../backend/contract/vocabulary.ts';
import type { Language } from '../ipc/contract/settings.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

/** Every word that tray, menus and notifications show. What the console says too is said in its words. */
export interface Texts {
  readonly appName: string;
  /** As in `lang` of a page. */
  readonly htmlLanguage: string;
  readonly presence: Readonly<Record<Presence | 'signed-out' | 'disconnected', string>>;
  readonly busyReason: Readonly<Record<BusyReason, string>>;
  readonly handoffReason: Readonly<Record<HandoffReason, string>>;
  readonly tray: {
    readonly waiting: (offers: number) => string;
    readonly offHours: string;
    /** The choice to be asked nothing. */
    readonly stop: string;
    readonly open: string;
    readonly mute: string;
    readonly signOut: string;
    readonly quit: string;
  };
  /** Asked outside the console, where that does not answer. */
  readonly quitInCall: { readonly ask: string; readonly yes: string; readonly no: string };
  /** Told through the system where nobody looks at the console. */
  readonly signedOut: { readonly title: string; readonly meaning: string };
  /** Asked where something that is written and not saved would go with the app. */
  readonly unsaved: { readonly ask: string; readonly yes: string; readonly no: string };
  /** Asked where the console does not answer the pointer or the keys. */
  readonly unresponsive: {
    readonly ask: string;
    readonly inCall: string;
    readonly reload: string;
    readonly wait: string;
  };
  /** In place of a console that was given up. */
  readonly stopped: { readonly title: string; readonly meaning: string; readonly retry: string };
  readonly offer: {
    /** `person` may be unknown. */
    readonly title: (company: string, person: string | null) => string;
    /** What accepting means now. */
    readonly meaning: Readonly<Record<OfferMeaning, string>>;
    /** The agent's own line dropped. */
    readonly lineDropped: string;
    /** Nobody took the call that the agent transferred. */
    readonly transferReturned: string;
    /** `name` is the colleague who transfers the call. */
    readonly transferredBy: (name: string) => string;
    /** The word for accepting what was the agent's own call. */
    readonly return: string;
    readonly accept: string;
    readonly decline: string;
  };
}

export function textsIn(language: Language): Texts {
  return language === 'ja' ? japanese : english;
}

/** The console's language until the console has told it: Japanese, unless the computer speaks something else. */
export function languageOf(locale: string): Language {
  return locale === '' || locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
