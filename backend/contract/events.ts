import { z } from 'zod';
import { agentStatusSchema } from './agents.ts';
import { callSessionSchema, turnSchema } from './calls.ts';
import { campaignSchema } from './campaigns.ts';
import { customerSchema } from './customers.ts';
import { handoffSchema, offerSchema } from './handoffs.ts';
import {
  agentIdSchema,
  alertIdSchema,
  callIdSchema,
  campaignIdSchema,
  clientIdSchema,
  customerIdSchema,
  reminderIdSchema,
} from './ids.ts';
import { supervisionSchema } from './supervision.ts';
import { lineProblemSchema } from './telephony.ts';
import { instantSchema, speakerSchema } from './vocabulary.ts';

export const reminderSchema = z.object({
  id: reminderIdSchema,
  customerId: customerIdSchema,
  company: z.string(),
  dueAt: instantSchema,
  note: z.string(),
});

/**
 * Why something is put off, and what: `event-loop`: the server is late with everything · `carrier-commands`: what the carrier is to be told
 * waits for its turn. Campaigns do not dial; then reports and exports wait, too. Calls that are on, and calls by hand, are never put off.
 */
const overloadSchema = z.object({
  because: z.enum(['event-loop', 'carrier-commands']),
  putOff: z.enum(['campaigns', 'campaigns-and-reports']),
});
export type Overload = z.infer<typeof overloadSchema>;

export const alertSchema = z.object({
  id: alertIdSchema,
  kind: z.enum([
    'carrier-failing',
    'agent-did-not-arrive',
    'no-agent-available',
    'line-problem',
    'recording-lost',
    'backup-failed',
    'disk-low',
    'overloaded',
    'webhooks-missing',
    'no-agent-for-waiting',
    'recordings-stuck',
    'spending-near-cap',
    'spending-cap-reached',
  ]),
  /** Of a `line-problem`, which admins alone are told: what they have to put right. */
  problem: lineProblemSchema.nullable().default(null),
  /** Of an `overloaded`. */
  overload: overloadSchema.nullable().default(null),
  callId: callIdSchema.nullable(),
  /** Whom alone it concerns; null: everybody who is told. */
  agentId: agentIdSchema.nullable().default(null),
  raisedAt: instantSchema,
});
export type Alert = z.infer<typeof alertSchema>;

/** Every business event. Each is a row, written in the transaction that caused it. */
export const realtimeEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call-started'), call: callSessionSchema }),
  z.object({ type: z.literal('call-updated'), call: callSessionSchema }),
  z.object({ type: z.literal('call-ended'), call: callSessionSchema }),
  /** To those alone who saw the call until now, and may not see it any more. */
  z.object({ type: z.literal('call-hidden'), callId: callIdSchema }),
  z.object({ type: z.literal('transcript-update'), turn: turnSchema }),
  z.object({ type: z.literal('handoff-offered'), offer: offerSchema }),
  z.object({ type: z.literal('handoff-updated'), handoff: handoffSchema }),
  /** To admins, and unless it is private to whoever sees the call. Null once nobody is on it any more. */
  z.object({
    type: z.literal('supervision-changed'),
    callId: callIdSchema,
    supervision: supervisionSchema.nullable(),
  }),
  z.object({ type: z.literal('agent-status-changed'), status: agentStatusSchema }),
  /** The account was disabled: nobody lists the agent any more. */
  z.object({ type: z.literal('agent-removed'), agentId: agentIdSchema }),
  /** Somebody saved settings or texts: of the agent, or, with null, the team's, which are those of many. What they are now is asked for. */
  z.object({ type: z.literal('settings-changed'), agentId: agentIdSchema.nullable() }),
  z.object({ type: z.literal('customer-updated'), customer: customerSchema }),
  /** To admins and the campaign's agents: it was created, changed, or goes on; while it runs, every few seconds at most. */
  z.object({ type: z.literal('campaign-changed'), campaign: campaignSchema }),
  /** A draft was deleted. */
  z.object({ type: z.literal('campaign-removed'), campaignId: campaignIdSchema }),
  z.object({ type: z.literal('reminder-due'), reminder: reminderSchema }),
  z.object({ type: z.literal('alert-raised'), alert: alertSchema }),
  z.object({ type: z.literal('alert-cleared'), alertId: alertIdSchema }),
]);
export type RealtimeEvent = z.infer<typeof realtimeEventSchema>;

/** What the customer or agent is saying right now: shown, never stored, and replaced by the next. */
export const partialTranscriptSchema = z.object({
  callId: callIdSchema,
  speaker: speakerSchema,
  text: z.string(),
});
export type PartialTranscript = z.infer<typeof partialTranscriptSchema>;

/** Server to client, on the WebSocket. `sequence` is what the client sends as `after` when it reconnects. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), sequence: z.int(), event: realtimeEventSchema }),
  z.object({ type: z.literal('partial'), partial: partialTranscriptSchema }),
  /** Caught up. `serverTime` lets countdowns follow the server's clock. */
  z.object({ type: z.literal('ready'), sequence: z.int(), serverTime: instantSchema }),
  /** Every few seconds: a page does not see the pings of a WebSocket, nor that it has long been dead. */
  z.object({ type: z.literal('beat') }),
  /** Away for too long to replay: forget what is cached and take this. */
  z.object({
    type: z.literal('snapshot'),
    sequence: z.int(),
    calls: z.array(callSessionSchema),
    offers: z.array(offerSchema),
    agents: z.array(agentStatusSchema),
    alerts: z.array(alertSchema).default([]),
    supervisions: z.array(supervisionSchema).default([]),
  }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;

/** Client to server, on the WebSocket. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('softphone'), clientId: clientIdSchema, registered: z.boolean() }),
]);
export type ClientFrame = z.infer<typeof clientFrameSchema>;

/** `after`: the last sequence number seen; left out on a first connection. */
export const realtimeQuerySchema = z.object({
  after: z.coerce.number().int().nonnegative().optional(),
  clientId: clientIdSchema,
  ticket: z.string().max(200).optional(),
});
