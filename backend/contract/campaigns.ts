import { z } from 'zod';
import { customerFilterSchema, timeOfDaySchema } from './customers.ts';
import { agentIdSchema, campaignIdSchema, customerIdSchema, importIdSchema, viewIdSchema } from './ids.ts';
import { lineOfText } from './text.ts';
import { callResultSchema, instantSchema, resultReasonSchema } from './vocabulary.ts';

/**
 * `draft`: nobody is called yet · `running` · `paused`: by somebody, or by itself (`pausedFor`) · `stopped`: for good, whoever was not
 * called is not · `finished`: nobody is left to be called. Calls that are on go on in every state.
 */
export const campaignStateSchema = z.enum(['draft', 'running', 'paused', 'stopped', 'finished']);
export type CampaignState = z.infer<typeof campaignStateSchema>;

/** Who is to be called. Looked up once, when the campaign is created: who comes later is not in it. */
export const campaignSourceSchema = z.discriminatedUnion('type', [
  /** A view of whoever creates the campaign, as it is then. */
  z.object({ type: z.literal('view'), viewId: viewIdSchema }),
  z.object({ type: z.literal('filter'), filter: customerFilterSchema }),
  /** The customers of a file: those that its import made, and those that it changed. */
  z.object({ type: z.literal('import'), importId: importIdSchema }),
  z.object({ type: z.literal('customers'), customerIds: z.array(customerIdSchema).min(1).max(1_000) }),
]);
export type CampaignSource = z.infer<typeof campaignSourceSchema>;

/** As a campaign shows it: of customers who were named one by one, how many there were. */
export const shownSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view'), viewId: viewIdSchema }),
  z.object({ type: z.literal('filter'), filter: customerFilterSchema }),
  z.object({ type: z.literal('import'), importId: importIdSchema }),
  z.object({ type: z.literal('customers'), customers: z.int().nonnegative() }),
]);
export type ShownSource = z.infer<typeof shownSourceSchema>;

/** How fast is dialled. Each is a limit; the lowest one counts, and what the team's agents can take. */
export const campaignPaceSchema = z.object({
  /** May be a fraction: 0.2 is one call in five seconds. */
  callsPerSecond: z.number().min(0.01).max(10),
  /** Calls of this campaign at once, with and without a human. */
  concurrency: z.int().min(1).max(200),
  /**
   * Calls at once without a human, for each agent who is free. Above 1 it is approached only as far as the share of abandoned customers
   * stays under 3 %; at 1 there is always an agent for each call.
   */
  factor: z.number().min(1).max(10),
});
export type CampaignPace = z.infer<typeof campaignPaceSchema>;

/** Calls after which a customer may be called again: `hung-up` before a word was said or before anything came of it, `failed` by the line. */
export const retriedOutcomeSchema = z.enum([
  'no-answer',
  'line-busy',
  'voicemail',
  'absent',
  'hung-up',
  'failed',
]);
export type RetriedOutcome = z.infer<typeof retriedOutcomeSchema>;

/** `times`: how many further calls at most, 0: none. `afterMinutes` from the end of the last one, or when calls are allowed again. */
export const retryRuleSchema = z.object({
  times: z.int().min(0).max(10),
  afterMinutes: z.int().min(1).max(20_160),
});

export const campaignRetriesSchema = z.record(retriedOutcomeSchema, retryRuleSchema);
export type CampaignRetries = z.infer<typeof campaignRetriesSchema>;

/** What may be changed as long as the campaign is not over; it counts from the next call on. */
export const campaignSettingsSchema = z.object({
  name: lineOfText(100).min(1),
  /** The AI calls in this agent's name: their company, templates, pronunciations and caller number. */
  speaksForId: agentIdSchema,
  /** Who is handed the calls, and nobody else is; they see the campaign. */
  agentIds: z
    .array(agentIdSchema)
    .min(1)
    .max(200)
    .refine((ids) => new Set(ids).size === ids.length, 'must not name anybody twice'),
  /**
   * In the zone of whoever is called, on working days that are no holidays. Null: as long as the company calls at all; never longer than
   * that.
   */
  hours: timeOfDaySchema.nullable(),
  pace: campaignPaceSchema,
  retries: campaignRetriesSchema,
});
export type CampaignSettings = z.infer<typeof campaignSettingsSchema>;

/** What a form begins with. */
export const defaultCampaignPace: CampaignPace = { callsPerSecond: 0.5, concurrency: 10, factor: 2 };
export const defaultCampaignRetries: CampaignRetries = {
  'no-answer': { times: 2, afterMinutes: 120 },
  'line-busy': { times: 3, afterMinutes: 15 },
  voicemail: { times: 1, afterMinutes: 240 },
  absent: { times: 1, afterMinutes: 240 },
  'hung-up': { times: 0, afterMinutes: 1_440 },
  failed: { times: 1, afterMinutes: 30 },
};

export const createCampaignSchema = z.object({
  settings: campaignSettingsSchema,
  customers: campaignSourceSchema,
});
export type CreateCampaign = z.infer<typeof createCampaignSchema>;

/** `basedOn` is the version that was edited; another one there now is `changed-elsewhere`, with the campaign as it is. */
export const changeCampaignSchema = z.object({ basedOn: z.int(), settings: campaignSettingsSchema });
export type ChangeCampaign = z.infer<typeof changeCampaignSchema>;

/**
 * Why somebody is not called. At the creation: `no-number` · `do-not-call` · `rejected` (the customer's status) · `same-number` (another
 * customer of this campaign has it; one of them is called). Later also: `called-elsewhere` (another campaign that runs or ran meanwhile
 * has spoken with whoever has the number) · `taken-out` (an admin did so).
 */
export const campaignSkipSchema = z.enum([
  'no-number',
  'do-not-call',
  'rejected',
  'same-number',
  'called-elsewhere',
  'taken-out',
]);
export type CampaignSkip = z.infer<typeof campaignSkipSchema>;

/**
 * Why somebody who is to be called is not called before `nextAttemptAt`. `number-in-call`: somebody is talking with them now ·
 * `elsewhere-first`: another campaign has called the number in vain, and calls it again, or did so just now.
 */
export const campaignDelaySchema = z.enum([
  'retry',
  'outside-calling-hours',
  'number-in-call',
  'elsewhere-first',
]);
export type CampaignDelay = z.infer<typeof campaignDelaySchema>;

/**
 * `pending`: to be called, now or again · `dialling`: a call to them is on · `done`: they were spoken with, and something came of it ·
 * `failed`: they could not be reached, and are not called again · `skipped`: see `reason`.
 */
export const campaignMemberStateSchema = z.enum(['pending', 'dialling', 'done', 'skipped', 'failed']);
export type CampaignMemberState = z.infer<typeof campaignMemberStateSchema>;

const customersSchema = z.int().nonnegative();

/** Customers by state, calls by result. */
export const campaignProgressSchema = z.object({
  /** All of them, also those left out. */
  customers: customersSchema,
  pending: customersSchema,
  dialling: customersSchema,
  done: customersSchema,
  failed: customersSchema,
  skipped: customersSchema,
  /** Of the skipped, why; those without anybody are left out. */
  skippedFor: z.array(z.object({ reason: campaignSkipSchema, customers: customersSchema })),
  /** Calls that were started. */
  calls: z.int().nonnegative(),
  /** Of the calls that are over. */
  results: z.record(callResultSchema, z.int().nonnegative()),
});
export type CampaignProgress = z.infer<typeof campaignProgressSchema>;

/**
 * Why no further call is started at this moment: `calls-per-second`, `concurrency`: the limits that were set · `no-agent-free` ·
 * `agents-taken`: there are as many calls as the free agents allow for · `abandoned-share`: there could be more, but too many customers
 * would find nobody · `line-full`: as many calls are on as the telephone line allows · `overloaded`: the server has too much to do ·
 * `spending-cap-reached`: as much was spent today as the team allows · `nobody-due`: everybody left is called later.
 */
export const campaignHoldSchema = z.enum([
  'calls-per-second',
  'concurrency',
  'no-agent-free',
  'agents-taken',
  'abandoned-share',
  'line-full',
  'overloaded',
  'spending-cap-reached',
  'nobody-due',
]);
export type CampaignHold = z.infer<typeof campaignHoldSchema>;

/** How it goes now; only of a running campaign. */
export const campaignPulseSchema = z.object({
  /** Calls that are on, and of these the ones that no human has yet. */
  openCalls: z.int().nonnegative(),
  withoutHuman: z.int().nonnegative(),
  freeAgents: z.int().nonnegative(),
  /** How many calls without a human there may be now: at most `freeAgents × factor`. */
  allowed: z.int().nonnegative(),
  /** What keeps it from dialling more; null: nothing does. */
  heldBackBy: campaignHoldSchema.nullable(),
  /** When it will dial again, where that is known: the next retry, or the next calling hours. */
  nextDialAt: instantSchema.nullable(),
  /** Of the customers who wanted a human in the last 24 hours, and of these the ones who found none. */
  wantedHuman: z.int().nonnegative(),
  abandoned: z.int().nonnegative(),
});
export type CampaignPulse = z.infer<typeof campaignPulseSchema>;

/** `too-early`: no call is over yet from which one could tell. */
export const campaignForecastSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('estimated'),
    /** When the last one will have been called, with the hours and days on which nobody is. */
    endsAt: instantSchema,
    /** Calls still to be made, with the retries that are to be expected. */
    callsLeft: z.int().nonnegative(),
    callsPerHour: z.number().nonnegative(),
    /** Calls that end in `success`, those there have been and those to be expected. */
    successes: z.int().nonnegative(),
  }),
  z.object({ type: z.literal('unknown'), because: z.enum(['not-running', 'too-early']) }),
]);
export type CampaignForecast = z.infer<typeof campaignForecastSchema>;

/**
 * `by-person`: see the audit trail, too · `circuit-open`: of the last calls (at most 20, ended within 2 minutes) at least ten failed, most
 * of them for `mostOften` · `speaker-not-ready`: the agent in whose name is called has no conversation settings any more, or no account ·
 * `restored`: it ran when the backup was taken that is now the database, and nobody here knows whom it called since.
 */
export const campaignPausedForSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('by-person'),
    by: z.object({ id: agentIdSchema, name: z.string() }),
    at: instantSchema,
  }),
  z.object({
    type: z.literal('circuit-open'),
    at: instantSchema,
    calls: z.int().positive(),
    failed: z.int().positive(),
    mostOften: resultReasonSchema,
  }),
  z.object({ type: z.literal('speaker-not-ready'), at: instantSchema }),
  z.object({ type: z.literal('restored'), at: instantSchema }),
]);
export type CampaignPausedFor = z.infer<typeof campaignPausedForSchema>;

const namedAgentSchema = z.object({ id: agentIdSchema, name: z.string() });

export const campaignSchema = z.object({
  id: campaignIdSchema,
  /** What `basedOn` of a change names. */
  version: z.int(),
  state: campaignStateSchema,
  /** Null unless it is paused. */
  pausedFor: campaignPausedForSchema.nullable(),
  settings: campaignSettingsSchema,
  speaksFor: namedAgentSchema,
  agents: z.array(namedAgentSchema),
  source: shownSourceSchema,
  /** `going-on`: its customers are being looked up; until then there are more of them each time. */
  listing: z.enum(['complete', 'going-on']).default('complete'),
  createdBy: namedAgentSchema.nullable(),
  createdAt: instantSchema,
  /** Of the first start. */
  startedAt: instantSchema.nullable(),
  /** When it was stopped or finished. */
  endedAt: instantSchema.nullable(),
  progress: campaignProgressSchema,
  pulse: campaignPulseSchema.nullable(),
  forecast: campaignForecastSchema,
});
export type Campaign = z.infer<typeof campaignSchema>;

/** The last campaign seen on a page: when it was created, and its id. */
export const campaignCursorSchema = z.templateLiteral([instantSchema, '~', campaignIdSchema]);

/** Pages by key, newest first: `before` is the `next` of the page before. */
export const campaignsQuerySchema = z.object({
  state: campaignStateSchema.optional(),
  before: campaignCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CampaignsQuery = z.infer<typeof campaignsQuerySchema>;
export const campaignPageSchema = z.object({
  campaigns: z.array(campaignSchema),
  next: campaignCursorSchema.nullable(),
});
export type CampaignPage = z.infer<typeof campaignPageSchema>;

export const campaignParamSchema = z.object({ campaignId: campaignIdSchema });
