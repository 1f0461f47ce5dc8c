import { z } from 'zod';
import { agentIdSchema, callIdSchema } from './ids.ts';
import { notificationSettingsSchema } from './notifications.ts';
import { lineOfText, linesOfText, spokenLine, spokenLines } from './text.ts';
import {
  absenceSchema,
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
  /** Outside their hours nobody is asked, however available. Events that were stored before it was told do not have it. */
  withinWorkingHours: z.boolean().default(true),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;

const spanShape = { from: z.int().min(0).max(1_439), to: z.int().min(1).max(1_440) };

/** Minutes after midnight in the agent's zone, for each weekday from Monday; null is a day off. Without `breaks` there are none. */
export const workingHoursSchema = z
  .array(z.object({ ...spanShape, breaks: z.array(z.object(spanShape)).max(4).optional() }).nullable())
  .length(7);
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** Days off besides, the last one included. */
export const leaveSchema = z.object({ from: z.iso.date(), to: z.iso.date(), note: lineOfText(60) });
export type Leave = z.infer<typeof leaveSchema>;

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
  /** On Japan's public holidays they work as on that weekday; otherwise as on Sundays (日祝). */
  worksOnHolidays: z.boolean().default(false),
  leave: z.array(leaveSchema).default([]),
  /** How they are told of offers, on whichever computer; null: as each computer has it, nothing was chosen yet. */
  notifications: notificationSettingsSchema.nullable().default(null),
  /** Lower is asked first. */
  priority: z.int().min(1).max(9),
  /** How many calls the agent may be on or be asked about at a time. */
  concurrency: z.int().min(1).max(5),
  /** Names of the team's skills. */
  skills: z.array(z.string()),
  /** What customers are shown when they are called for this agent; null: the account's own number. */
  callerNumber: phoneNumberSchema.nullable(),
  /** Counts the changes. */
  version: z.int().min(0),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;

/** Settings that admins can keep to themselves. */
export const lockableFieldSchema = z.enum(['phone', 'conversation', 'schedule', 'templates']);
export type LockableField = z.infer<typeof lockableFieldSchema>;

/** What can be wrong with working hours, as a field's problem says it. */
export const hoursProblemSchema = z.enum([
  'ends-before-it-begins',
  'outside-the-day',
  'overlaps',
  'unknown-zone',
]);
export type HoursProblem = z.infer<typeof hoursProblemSchema>;

/** Settings that the team has too: they hold for whoever has none of their own. */
export const inheritableSchema = z.enum(['conversation', 'schedule']);
export type Inheritable = z.infer<typeof inheritableSchema>;

const hoursShape = {
  timeZone: lineOfText(60).refine(isTimeZone, { error: 'unknown-zone' satisfies HoursProblem }),
  workingHours: workingHoursSchema,
  worksOnHolidays: z.boolean(),
};

/** When people work, but for their leave. */
export const workHoursSchema = z
  .object(hoursShape)
  .superRefine(({ workingHours }, { addIssue }) => checkDays(workingHours, addIssue));
export type WorkHours = z.infer<typeof workHoursSchema>;

export const agentProfileSchema = z.object({
  agentId: agentIdSchema,
  name: z.string(),
  email: z.email(),
  role: roleSchema,
  settings: agentSettingsSchema,
  /** What of it is the team's. Saving something else makes it their own, saving the same makes it the team's again. */
  inherited: z.array(inheritableSchema).default([]),
  /** What the team has. */
  team: z.object({ conversation: conversationSettingsSchema.nullable(), hours: workHoursSchema }),
  /** Within their working hours just now: outside them nobody is asked to take a call. */
  atWork: z.boolean().default(true),
  /** What they may not change themselves. */
  locked: z.array(lockableFieldSchema).default([]),
  status: agentStatusSchema,
});
export type AgentProfile = z.infer<typeof agentProfileSchema>;

/** When an agent works, whole. */
export const workScheduleSchema = z
  .object({ ...hoursShape, leave: z.array(leaveSchema).max(60) })
  .superRefine(({ workingHours, leave }, { addIssue }) => {
    checkDays(workingHours, addIssue);
    for (const [index, { from, to }] of leave.entries()) {
      const overlaps = leave.slice(0, index).some((other) => from <= other.to && other.from <= to);
      if (to < from) addIssue(hoursIssue(['leave', index], 'ends-before-it-begins'));
      else if (overlaps) addIssue(hoursIssue(['leave', index], 'overlaps'));
    }
  });
export type WorkSchedule = z.infer<typeof workScheduleSchema>;

/** `basedOn` is the version of the settings that were edited: a newer one is not overwritten. */
export const setScheduleSchema = z.object({ basedOn: z.int().min(0), schedule: workScheduleSchema });
export type SetSchedule = z.infer<typeof setScheduleSchema>;

/** The version of the settings that was edited. Left out, whatever is there is overwritten. */
const settingsVersionSchema = z.int().min(0);

/** What an agent's console saves of it. */
export const saveConversationSchema = setConversationSchema.extend({
  basedOn: settingsVersionSchema.optional(),
});
export type SaveConversation = z.infer<typeof saveConversationSchema>;

export const setNotificationsSchema = z.object({
  basedOn: settingsVersionSchema,
  notifications: notificationSettingsSchema,
});
export type SetNotifications = z.infer<typeof setNotificationsSchema>;

/** In any notation; a number that names no country is Japanese. */
export const setPhoneSchema = z.object({
  phoneNumber: lineOfText(40).min(1).nullable(),
  /** Left out, they stay as they are. */
  reachByPhone: reachByPhoneSchema.optional(),
  language: phoneLanguageSchema.optional(),
  basedOn: settingsVersionSchema.optional(),
});
export type SetPhone = z.infer<typeof setPhoneSchema>;

/** What an admin sets for an agent. What is left out stays as it is. */
export const assignSettingsSchema = z.object({
  basedOn: settingsVersionSchema,
  settings: z
    .object({
      conversation: setConversationSchema,
      priority: agentSettingsSchema.shape.priority,
      concurrency: agentSettingsSchema.shape.concurrency,
      skills: z.array(lineOfText(30).min(1)).max(50),
      callerNumber: phoneNumberSchema.nullable(),
    })
    .partial(),
});
export type AssignSettings = z.infer<typeof assignSettingsSchema>;

export const agentParamSchema = z.object({ agentId: agentIdSchema });

/** The stored number is called, and a code said there. */
export const beginVerificationSchema = z.object({ language: phoneLanguageSchema });

export const phoneCodeLength = 6;
export const enterCodeSchema = z.object({
  code: z.string().regex(new RegExp(`^\\d{${phoneCodeLength}}$`), 'code'),
});

/** Until when the code that was told can be entered. */
export const verificationSchema = z.object({ expiresAt: instantSchema });
export type Verification = z.infer<typeof verificationSchema>;

/**
 * Not what the app finds of the computer: that is an absence, which ends when somebody sits there again. Nor that offers went unanswered,
 * which the server counts.
 */
const chosenReasonSchema = busyReasonSchema.exclude([...absenceSchema.options, 'unanswered']);

export const setStatusSchema = z.discriminatedUnion('presence', [
  z.object({ presence: z.literal('available') }),
  z.object({ presence: z.literal('busy'), reason: chosenReasonSchema }),
  z.object({ presence: z.literal('offline') }),
]);
export type SetStatus = z.infer<typeof setStatusSchema>;

/** What stands as chosen: their own choice, or, because offers went unanswered, the server's. */
export type ChosenStatus = SetStatus | { readonly presence: 'busy'; readonly reason: 'unanswered' };

/** What an agent's computer tells of itself; null: somebody sits at it again. What the agent chose is not touched. */
export const setAbsenceSchema = z.object({ absence: absenceSchema.nullable() });
export type SetAbsence = z.infer<typeof setAbsenceSchema>;

function checkDays(days: WorkingHours, addIssue: (issue: HoursIssue) => void): void {
  for (const [weekday, day] of days.entries()) {
    if (day === null) continue;
    const path = ['workingHours', weekday];
    if (day.to <= day.from) addIssue(hoursIssue(path, 'ends-before-it-begins'));
    for (const [index, pause] of (day.breaks ?? []).entries()) {
      const before = day.breaks?.[index - 1];
      const place = [...path, 'breaks', index];
      if (pause.to <= pause.from) addIssue(hoursIssue(place, 'ends-before-it-begins'));
      else if (pause.from < day.from || pause.to > day.to) addIssue(hoursIssue(place, 'outside-the-day'));
      else if (before !== undefined && pause.from < before.to) addIssue(hoursIssue(place, 'overlaps'));
    }
  }
}

type HoursIssue = ReturnType<typeof hoursIssue>;

function hoursIssue(path: (string | number)[], message: HoursProblem) {
  return { code: 'custom' as const, path, message };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
