import { z } from 'zod';

export const roleSchema = z.enum(['agent', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** Who opens the conversation: the AI, or an agent who dials by hand. */
export const callModeSchema = z.enum(['ai', 'agent']);
export type CallMode = z.infer<typeof callModeSchema>;

/** Who rang whom: `inbound` calls came to our number. */
export const callDirectionSchema = z.enum(['outbound', 'inbound']);
export type CallDirection = z.infer<typeof callDirectionSchema>;

export const callStatusSchema = z.enum([
  'initiated',
  'ringing',
  'ai-responding',
  'transferring',
  'human-connected',
  'completed',
  'failed',
]);
export type CallStatus = z.infer<typeof callStatusSchema>;

/** 成功, 不在, 拒否, 要フォロー, 失敗 */
export const callResultSchema = z.enum(['success', 'absent', 'rejected', 'follow_up', 'failed']);
export type CallResult = z.infer<typeof callResultSchema>;

/** Why a call has the result it has. */
export const resultReasonSchema = z.enum([
  'talked',
  'no-answer',
  'line-busy',
  'invalid-number',
  'number-not-allowed',
  'line-not-ready',
  'number-blocked',
  'outside-calling-hours',
  'campaign-held',
  'carrier',
  'hung-up-early',
  'hung-up',
  'no-response',
  'voicemail',
  'ivr',
  'out-of-service',
  'wrong-number',
  'absent',
  'busy',
  'callback',
  'rejection',
  'do-not-call',
  'website-redirect',
  'closing',
  'message',
  'held-too-long',
  'no-agent',
  'ended-by-agent',
  'decided-by-agent',
]);
export type ResultReason = z.infer<typeof resultReasonSchema>;

/** Where the dialogue stands; `explained` begins once the purpose of the call was said. */
export const stageSchema = z.enum(['opening', 'explained', 'holding', 'person', 'closing']);
export type Stage = z.infer<typeof stageSchema>;

/** The class of what the customer said; what the AI does with each is in `backend/conversation`. */
export const intentSchema = z.enum([
  'acknowledgement',
  'clarification',
  'company_inquiry',
  'purpose_inquiry',
  'appointment_inquiry',
  'ai_inquiry',
  'transfer_hold',
  'person_on_line',
  'interested',
  'agent_request',
  'absent',
  'busy',
  'callback',
  'rejection',
  'do_not_call',
  'website_redirect',
  'wrong_number',
  'machine',
  'language_inquiry',
  'closing',
  'unknown',
]);
export type Intent = z.infer<typeof intentSchema>;

export const speakerSchema = z.enum(['ai', 'customer', 'agent']);
export type Speaker = z.infer<typeof speakerSchema>;

export const presenceSchema = z.enum(['available', 'busy', 'on-call', 'wrap-up', 'offline']);
export type Presence = z.infer<typeof presenceSchema>;

/** Chosen by the agent, or found by the app (`locked`, `asleep`) or by the server (`unanswered`: they let several offers in a row pass). */
export const busyReasonSchema = z.enum([
  'break',
  'meeting',
  'paperwork',
  'do-not-disturb',
  'locked',
  'asleep',
  'unanswered',
]);
export type BusyReason = z.infer<typeof busyReasonSchema>;

/** Why nobody sits at an agent's computer, as the app finds it. */
export const absenceSchema = busyReasonSchema.extract(['locked', 'asleep']);
export type Absence = z.infer<typeof absenceSchema>;

/** How an agent can be brought into a call now. */
export const reachabilitySchema = z.enum(['softphone', 'phone', 'none']);
export type Reachability = z.infer<typeof reachabilitySchema>;

/** Any instant on the wire: ISO 8601 in UTC. Consoles show it in the reader's zone. */
export const instantSchema = z.iso.datetime();
