import { z } from 'zod';
import { agentStatusSchema } from './agents.ts';
import { callSessionSchema, turnSchema } from './calls.ts';
import { customerSchema } from './customers.ts';
import { handoffSchema, offerSchema } from './handoffs.ts';
import {
  agentIdSchema,
  alertIdSchema,
  callIdSchema,
  clientIdSchema,
  customerIdSchema,
  reminderIdSchema,
} from './ids.ts';
import { lineProblemSchema } from './telephony.ts';
import { instantSchema, speakerSchema } from './vocabulary.ts';

export const reminderSchema = z.object({
  id: reminderIdSchema,
  customerId: customerIdSchema,
  company: z.string(),
  dueAt: instantSchema,
  note: z.string(),
});

export const alertSchema = z.object({
  id: alertIdSchema,
  kind: z.enum([
    'carrier-failing',
    'agent-did-not-arrive',
    'no-agent-available',
    'line-problem',
    'recording-lost',
  ]),
  /** Of a `line-problem`, which admins alone are told: what they have to put right. */
  problem: lineProblemSchema.nullable().default(null),
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
  z.object({ type: z.literal('agent-status-changed'), status: agentStatusSchema }),
  z.object({ type: z.literal('customer-updated'), customer: customerSchema }),
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
  /** Away for too long to replay: forget what is cached and take this. */
  z.object({
    type: z.literal('snapshot'),
    sequence: z.int(),
    calls: z.array(callSessionSchema),
    offers: z.array(offerSchema),
    agents: z.array(agentStatusSchema),
    alerts: z.array(alertSchema).default([]),
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
