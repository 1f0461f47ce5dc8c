import { z } from 'zod';
import { setStatusSchema } from '../../../backend/contract/agents.ts';
import { declineReasonSchema } from '../../../backend/contract/handoffs.ts';
import { callIdSchema, customerIdSchema, offerIdSchema } from '../../../backend/contract/ids.ts';
import {
  appInfoSchema,
  newsSchema,
  pageErrorSchema,
  savedReportSchema,
  updateInstallSchema,
  updateStatusSchema,
} from './app.ts';
import { rememberedSessionSchema, serverChangeSchema, storedSessionSchema } from './session.ts';
import {
  appearanceSchema,
  desktopSettingsChangeSchema,
  desktopSettingsSchema,
  languageSchema,
} from './settings.ts';
import { shortcutChangeSchema, shortcutOrderSchema, shortcutSchema } from './shortcuts.ts';
import {
  awaySchema,
  dueReminderSchema,
  shownAlertSchema,
  shownOffersSchema,
  shownPresenceSchema,
  shownSoftphoneSchema,
} from './shown.ts';

const nothing = z.void();
const decline = z.object({ offerId: offerIdSchema, reason: declineReasonSchema });

/** What the console may ask of the main process: each with the shape of the question and of its answer. */
const consoleRequests = {
  'session-load': { body: nothing, reply: rememberedSessionSchema },
  'session-store': { body: z.string().min(1).max(4_096), reply: storedSessionSchema },
  'session-clear': { body: nothing, reply: nothing },
  'server-get': { body: nothing, reply: z.url() },
  'server-set': { body: z.string().max(500), reply: serverChangeSchema },
  'presence-show': { body: shownPresenceSchema, reply: nothing },
  'softphone-show': { body: shownSoftphoneSchema, reply: nothing },
  'offers-show': { body: shownOffersSchema, reply: nothing },
  'reminder-show': { body: dueReminderSchema, reply: nothing },
  'power-away': { body: nothing, reply: awaySchema },
  'settings-get': { body: nothing, reply: desktopSettingsSchema },
  'settings-set': { body: desktopSettingsChangeSchema, reply: desktopSettingsSchema },
  'language-set': { body: languageSchema, reply: nothing },
  'appearance-set': { body: appearanceSchema, reply: nothing },
  'shortcuts-list': { body: nothing, reply: z.array(shortcutSchema) },
  'shortcuts-set': { body: shortcutOrderSchema, reply: shortcutChangeSchema },
  'shortcuts-reset': { body: nothing, reply: z.array(shortcutSchema) },
  'updates-status': { body: nothing, reply: updateStatusSchema },
  'updates-check': { body: nothing, reply: updateStatusSchema },
  'updates-install': { body: nothing, reply: updateInstallSchema },
  'news-get': { body: nothing, reply: newsSchema },
  'news-read': { body: nothing, reply: nothing },
  'log-page-error': { body: pageErrorSchema, reply: nothing },
  'log-show': { body: nothing, reply: nothing },
  'log-save-report': { body: nothing, reply: savedReportSchema },
  'app-info': { body: nothing, reply: appInfoSchema },
  'app-quit': { body: nothing, reply: nothing },
  'app-quit-question-shown': { body: nothing, reply: nothing },
} as const;

/** What the alert window may ask, and nothing else. */
const alertRequests = {
  'alert-accept': { body: offerIdSchema, reply: nothing },
  'alert-decline': { body: decline, reply: nothing },
  /** The page shows what it was last told to. */
  'alert-drawn': { body: nothing, reply: nothing },
} as const;

export const requests = { ...consoleRequests, ...alertRequests };

/** Which page may ask what. */
export const requestsOfPage = {
  console: new Set<string>(Object.keys(consoleRequests)),
  alert: new Set<string>(Object.keys(alertRequests)),
  stopped: new Set<string>(),
};

/** What the main process tells a page: all but the last are for the console. */
export const notices = {
  'presence-chosen': setStatusSchema,
  'mute-toggled': nothing,
  'sign-out-chosen': nothing,
  'offer-accepted': offerIdSchema,
  'offer-declined': decline,
  'call-opened': callIdSchema,
  'reminder-opened': customerIdSchema.nullable(),
  'away-changed': awaySchema,
  'computer-woken': nothing,
  'updates-changed': updateStatusSchema,
  'quit-asked': nothing,
  'alert-changed': shownAlertSchema,
} as const;

export type RequestName = keyof typeof requests;
export type RequestBodies = { [Name in RequestName]: z.infer<(typeof requests)[Name]['body']> };
export type RequestReplies = { [Name in RequestName]: z.infer<(typeof requests)[Name]['reply']> };

export type NoticeName = keyof typeof notices;
export type NoticeBodies = { [Name in NoticeName]: z.infer<(typeof notices)[Name]> };

/** The one channel on which the main process listens; everything else is refused by not being there. */
export const requestChannel = 'toritsugi:request';

export function noticeChannel(name: NoticeName): string {
  return `toritsugi:notice:${name}`;
}
