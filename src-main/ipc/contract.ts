import { z } from 'zod';
import { type SetStatus, setStatusSchema } from '../../backend/contract/agents.ts';
import {
  type DeclineReason,
  declineReasonSchema,
  type Offer,
  offerSchema,
} from '../../backend/contract/handoffs.ts';
import { type CallId, callIdSchema, type OfferId, offerIdSchema } from '../../backend/contract/ids.ts';
import { busyReasonSchema, presenceSchema } from '../../backend/contract/vocabulary.ts';

/** `no-keyring`: this computer has no safe place for a session, so that one lasts only as long as the app runs. */
const rememberedSessionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remembered'), token: z.string() }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('no-keyring') }),
]);
export type RememberedSession = z.infer<typeof rememberedSessionSchema>;

const storedSessionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stored') }),
  z.object({ kind: z.literal('no-keyring') }),
]);
export type StoredSession = z.infer<typeof storedSessionSchema>;

/** `not-encrypted`: plain http is accepted for a server on this computer only. */
const serverChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), address: z.url() }),
  z.object({ kind: z.literal('refused'), problem: z.enum(['not-an-address', 'not-encrypted']) }),
]);
export type ServerChange = z.infer<typeof serverChangeSchema>;

/** What the tray says of the agent. `disconnected`: signed in, but what the server thinks is not known. */
const shownPresenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('disconnected'), name: z.string() }),
  z.object({
    kind: z.literal('signed-in'),
    name: z.string(),
    presence: presenceSchema,
    busyReason: busyReasonSchema.nullable(),
  }),
]);
export type ShownPresence = z.infer<typeof shownPresenceSchema>;

const shownSoftphoneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('on-call'), muted: z.boolean() }),
]);
export type ShownSoftphone = z.infer<typeof shownSoftphoneSchema>;

export const shortcutCommandSchema = z.enum(['accept', 'decline', 'mute', 'show']);
export type ShortcutCommand = z.infer<typeof shortcutCommandSchema>;

/** `asleep`: claimed only while there is something to accept, decline or mute. `taken`: another program holds the keys. */
const shortcutSchema = z.object({
  command: shortcutCommandSchema,
  /** In Electron's notation, e.g. CommandOrControl+Alt+Y. */
  accelerator: z.string(),
  state: z.enum(['working', 'asleep', 'taken']),
});
export type Shortcut = z.infer<typeof shortcutSchema>;

const languageSchema = z.enum(['ja', 'en']);
export type Language = z.infer<typeof languageSchema>;

const appInfoSchema = z.object({ version: z.string(), platform: z.string() });
export type AppInfo = z.infer<typeof appInfoSchema>;

const nothing = z.void();

/** What the page may ask of the main process: each with the shape of the question and of its answer. */
export const requests = {
  'session-load': { body: nothing, reply: rememberedSessionSchema },
  'session-store': { body: z.string().min(1).max(4_096), reply: storedSessionSchema },
  'session-clear': { body: nothing, reply: nothing },
  'server-get': { body: nothing, reply: z.url() },
  'server-set': { body: z.string().max(500), reply: serverChangeSchema },
  'presence-show': { body: shownPresenceSchema, reply: nothing },
  'softphone-show': { body: shownSoftphoneSchema, reply: nothing },
  'offers-show': { body: z.array(offerSchema).max(100), reply: nothing },
  'shortcuts-list': { body: nothing, reply: z.array(shortcutSchema) },
  'language-set': { body: languageSchema, reply: nothing },
  'app-info': { body: nothing, reply: appInfoSchema },
  'app-quit': { body: nothing, reply: nothing },
  'windows-show': { body: nothing, reply: nothing },
} as const;

/** What the main process tells the page. */
export const notices = {
  'presence-chosen': setStatusSchema,
  'mute-toggled': nothing,
  'sign-out-chosen': nothing,
  'offer-accepted': offerIdSchema,
  'offer-declined': z.object({ offerId: offerIdSchema, reason: declineReasonSchema }),
  'call-opened': callIdSchema,
} as const;

export type RequestName = keyof typeof requests;
export type RequestBodies = { [Name in RequestName]: z.infer<(typeof requests)[Name]['body']> };
export type RequestReplies = { [Name in RequestName]: z.infer<(typeof requests)[Name]['reply']> };

export type NoticeName = keyof typeof notices;
export type NoticeBodies = { [Name in NoticeName]: z.infer<(typeof notices)[Name]> };

/** The two channels that exist; everything else is refused by not being there. */
export const requestChannel = 'toritsugi:request';
export const noticeChannel = 'toritsugi:notice';

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
    /** All offers open for this agent now; an empty list takes every alert away. */
    show(offers: Offer[]): Promise<void>;
    readonly onAccepted: Subscribe<(offerId: OfferId) => void>;
    readonly onDeclined: Subscribe<(declined: { offerId: OfferId; reason: DeclineReason }) => void>;
  };
  readonly calls: {
    /** A `toritsugi://call/<id>` link was followed. */
    readonly onOpened: Subscribe<(callId: CallId) => void>;
  };
  readonly shortcuts: { list(): Promise<Shortcut[]> };
  readonly app: {
    info(): Promise<AppInfo>;
    /** The language of tray, menus and notifications. */
    setLanguage(language: Language): Promise<void>;
    quit(): Promise<void>;
  };
  readonly windows: {
    /** Brings the console to the front. */
    show(): Promise<void>;
  };
}
