import { z } from 'zod';
import { offerSchema } from '../../../backend/contract/handoffs.ts';
import { customerIdSchema, offerIdSchema } from '../../../backend/contract/ids.ts';
import { busyReasonSchema, presenceSchema } from '../../../backend/contract/vocabulary.ts';
import { languageSchema } from './settings.ts';

/** What the tray says of the agent. `disconnected`: signed in, but what the server thinks now is not known, only what it last thought. */
export const shownPresenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-out') }),
  z.object({
    kind: z.literal('disconnected'),
    name: z.string(),
    /** Who did not want to be disturbed is not disturbed because a connection broke. */
    busyReason: busyReasonSchema.nullable(),
  }),
  z.object({
    kind: z.literal('signed-in'),
    name: z.string(),
    presence: presenceSchema,
    busyReason: busyReasonSchema.nullable(),
    /** Outside their hours nobody is asked, available or not. */
    withinWorkingHours: z.boolean(),
  }),
]);
export type ShownPresence = z.infer<typeof shownPresenceSchema>;

export const shownSoftphoneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('on-call'), muted: z.boolean() }),
]);
export type ShownSoftphone = z.infer<typeof shownSoftphoneSchema>;

export const shownOffersSchema = z.object({
  /** All offers open for this agent now, their times by this computer's clock; an empty list takes every alert away. */
  offers: z.array(offerSchema).max(100),
  /** The offer whose acceptance is on its way to the server. */
  accepting: offerIdSchema.nullable(),
  /** Whether nobody real is on the line. Left out by an older console: then customers are taken for real. */
  simulated: z.boolean().optional(),
});
export type ShownOffers = z.infer<typeof shownOffersSchema>;

/** What the alert window shows: `ShownOffers` and how to say it. */
export const shownAlertSchema = shownOffersSchema.extend({
  /** Whether the console hears the server, which an answer has to reach. */
  connected: z.boolean(),
  language: languageSchema,
  /** The global keys as written on the keyboard, e.g. `Ctrl+Alt+Y`; null where there are none. */
  acceptKeys: z.string().nullable(),
  declineKeys: z.string().nullable(),
});
export type ShownAlert = z.infer<typeof shownAlertSchema>;

/** `asleep` and `locked` are the reasons of `busy` that the computer finds, not the agent. */
export const awaySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('present') }),
  z.object({ kind: z.literal('away'), reason: busyReasonSchema.extract(['asleep', 'locked']) }),
]);
export type Away = z.infer<typeof awaySchema>;

/** The time has come to call somebody again; in the console's words. Chosen, it leads to the customer, or to the list of several. */
export const dueReminderSchema = z.object({
  title: z.string().max(300),
  customerId: customerIdSchema.nullable(),
});
export type DueReminder = z.infer<typeof dueReminderSchema>;
