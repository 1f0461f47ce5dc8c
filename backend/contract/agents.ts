import { z } from 'zod';
import { agentIdSchema, callIdSchema } from './ids.ts';
import { lineOfText, linesOfText, spokenLine, spokenLines } from './text.ts';
import {
  busyReasonSchema,
  instantSchema,
  presenceSchema,
  reachabilitySchema,
  roleSchema,
} from './vocabulary.ts';

/** E.164, e.g. +81312345678: how numbers are kept. */
export const phoneNumberSchema = z.string().regex(/^\+[1-9]\d{6,14}$/, 'phone-number');

/** What the server knows of an agent's availability; never what a client claims. */
export const agentStatusSchema = z.object({
  agentId: agentIdSchema,
  name: z.string(),
  role: roleSchema,
  presence: presenceSchema,
  busyReason: busyReasonSchema.nullable(),
  reachability: reachabilitySchema,
  /** Since when the presence is what it is. */
  since: instantSchema,
  wrapUpUntil: instantSchema.nullable(),
  activeCallId: callIdSchema.nullable(),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** Minutes after midnight in the agent's zone, for each weekday from Monday; null is a day off. */
export const workingHoursSchema = z
  .array(z.object({ from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) }).nullable())
  .length(7);
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** What the AI says of the team when it speaks for this agent. */
export const conversationSettingsSchema = z.object({
  myCompanyName: lineOfText(60).min(1),
  myServiceName: lineOfText(60).min(1),
  myRepresentativeName: lineOfText(40).min(1),
  calleeDepartment: lineOfText(40).min(1),
  serviceDescription: linesOfText(200).min(1),
});
export type ConversationSettings = z.infer<typeof conversationSettingsSchema>;

/** The same as an agent sets it: earlier versions took what no voice can say. */
export const setConversationSchema = z.object({
  myCompanyName: spokenLine(60).min(1),
  myServiceName: spokenLine(60).min(1),
  myRepresentativeName: spokenLine(40).min(1),
  calleeDepartment: spokenLine(40).min(1),
  serviceDescription: spokenLines(200).min(1),
});

/** When an agent's own telephone is rung for a handoff: never, while no app of theirs can be, or always instead of the app. */
export const reachByPhoneSchema = z.enum(['never', 'offline', 'always']);
export type ReachByPhone = z.infer<typeof reachByPhoneSchema>;

/** In which an agent is spoken to on their own telephone. */
export const phoneLanguageSchema = z.enum(['ja', 'en']);
export type PhoneLanguage = z.infer<typeof phoneLanguageSchema>;

export const agentSettingsSchema = z.object({
  agentId: agentIdSchema,
  phoneNumber: phoneNumberSchema.nullable(),
  /** Whether the agent has heard a code there. Only then is it rung for handoffs. */
  phoneVerified: z.boolean(),
  reachByPhone: reachByPhoneSchema,
  phoneLanguage: phoneLanguageSchema,
  conversation: conversationSettingsSchema.nullable(),
  /** IANA name, e.g. Asia/Tokyo. */
  timeZone: z.string(),
  workingHours: workingHoursSchema,
  /** Lower is asked first. */
  priority: z.int().min(1).max(9),
  /** How many calls the agent may be on or be asked about at a time. */
  concurrency: z.int().min(1).max(5),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;

export const agentProfileSchema = z.object({
  agentId: agentIdSchema,
  name: z.string(),
  email: z.email(),
  role: roleSchema,
  settings: agentSettingsSchema,
  status: agentStatusSchema,
});
export type AgentProfile = z.infer<typeof agentProfileSchema>;

/** In any notation; a number that names no country is Japanese. */
export const setPhoneSchema = z.object({
  phoneNumber: lineOfText(40).min(1).nullable(),
  /** Left out, they stay as they are. */
  reachByPhone: reachByPhoneSchema.optional(),
  language: phoneLanguageSchema.optional(),
});
export type SetPhone = z.infer<typeof setPhoneSchema>;

/** The stored number is called, and a code said there. */
export const beginVerificationSchema = z.object({ language: phoneLanguageSchema });

export const phoneCodeLength = 6;
export const enterCodeSchema = z.object({
  code: z.string().regex(new RegExp(`^\\d{${phoneCodeLength}}$`), 'code'),
});

/** Until when the code that was told can be entered. */
export const verificationSchema = z.object({ expiresAt: instantSchema });
export type Verification = z.infer<typeof verificationSchema>;

export const setStatusSchema = z.discriminatedUnion('presence', [
  z.object({ presence: z.literal('available') }),
  z.object({ presence: z.literal('busy'), reason: busyReasonSchema }),
  z.object({ presence: z.literal('offline') }),
]);
export type SetStatus = z.infer<typeof setStatusSchema>;
