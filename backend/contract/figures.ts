import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { callResultSchema, instantSchema } from './vocabulary.ts';

/** From `from`, before `to`. */
export const figuresQuerySchema = z
  .object({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'ends-before-it-begins' });

const countSchema = z.int().min(0);
const secondsSchema = z.number().min(0);

/** What one agent did in the period. Times are in seconds; of what reaches over the period's ends, the part within it. */
export const agentFiguresSchema = z.object({
  agentId: agentIdSchema,
  name: z.string(),
  /** Offers made to them in the period: the sum of the next four and of those that are open. */
  offered: countSchema,
  /** Of these: taken by them. */
  accepted: countSchema,
  declined: countSchema,
  /** Their time passed without an answer. */
  missed: countSchema,
  /** Taken back, because the customer left, a colleague took the call, or the agent became unavailable. */
  withdrawn: countSchema,
  /** From being asked to accepting, the middle one of those accepted; the mean of the two middle ones; null without any. */
  medianSecondsToAccept: secondsSchema.nullable(),
  /** Calls with a customer in which they talked in the period. */
  calls: countSchema,
  /** Heard by a customer who had answered and was not on hold. */
  talkSeconds: secondsSchema,
  /** Their customer heard hold audio while the agent was on the call. */
  holdSeconds: secondsSchema,
  /** After calls, until they could be asked again. */
  wrapUpSeconds: secondsSchema,
  /** Of the calls in which they were the last agent to talk, which ended in the period. */
  results: z.record(callResultSchema, countSchema),
});
export type AgentFigures = z.infer<typeof agentFiguresSchema>;

/** Of the whole team's calls that began in the period. */
export const callFiguresSchema = z.object({
  /** Dialled by us. */
  dialled: countSchema,
  /** Of these: the customer answered. */
  answered: countSchema,
  /** Calls, also those that customers made, in which a human was wanted at once. */
  wanted: countSchema,
  /** Of these: a human talked with the customer. */
  connected: countSchema,
});
export type CallFigures = z.infer<typeof callFiguresSchema>;

/** Of everybody for admins, else of who asks alone, who is not told of the team's calls. */
export const teamFiguresSchema = z.object({
  agents: z.array(agentFiguresSchema),
  calls: callFiguresSchema.nullable(),
});
export type TeamFigures = z.infer<typeof teamFiguresSchema>;
