import type { HandoffReason } from '../../backend/contract/handoffs.ts';
import type { BusyReason, Presence } from '../../backend/contract/vocabulary.ts';
import type { Language } from '../ipc/contract/settings.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

/** Every word that tray, menus and notifications show. What the console says too is said in its words. */
export interface Texts {
  readonly appName: string;
  readonly presence: Readonly<Record<Presence | 'signed-out' | 'disconnected', string>>;
  readonly busyReason: Readonly<Record<BusyReason, string>>;
  readonly handoffReason: Readonly<Record<HandoffReason, string>>;
  readonly tray: {
    readonly waiting: (offers: number) => string;
    readonly open: string;
    readonly mute: string;
    readonly signOut: string;
    readonly quit: string;
  };
  readonly offer: {
    /** `person` may be unknown. */
    readonly title: (company: string, person: string | null) => string;
    /** What accepting means now: to stand by unheard, or to talk at once. */
    readonly standbyMeaning: string;
    /** To stand by unheard while the customer is not on hold, but talks with the AI. */
    readonly aiTalksMeaning: string;
    readonly connectMeaning: string;
    /** To talk with the colleague first who transfers the call. */
    readonly consultMeaning: string;
    /** The agent's own line dropped: why it rings, what accepting means, and the word for it. */
    readonly lineDropped: string;
    /** Nobody took the call that the agent transferred. */
    readonly transferReturned: string;
    readonly returnMeaning: string;
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
