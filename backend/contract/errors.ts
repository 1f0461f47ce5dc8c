import { z } from 'zod';

/** Everything the API refuses for a reason of the business. Consoles put each into words, in the reader's language. */
export const errorCodeSchema = z.enum([
  'invalid-input',
  'too-large',
  'not-json',
  'method-not-allowed',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'too-many-requests',
  'do-not-call',
  'outside-calling-hours',
  'call-already-open',
  'too-many-calls',
  'conversation-settings-missing',
  'agent-not-reachable',
  'agent-on-a-call',
  'call-over',
  'call-in-progress',
  'call-not-answered',
  'handoff-in-progress',
  'offer-over',
  'transfer-over',
  'carrier-unavailable',
  'changed-elsewhere',
  'email-taken',
  'own-account',
  'last-admin',
  'link-over',
  'audio-unknown',
  'audio-damaged',
  'audio-too-long',
  'text-has-variables',
  'code-wrong',
  'code-over',
  'recording-unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const errorBodySchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    /** English, for logs and developers. */
    message: z.string(),
    /** For `invalid-input`: which field, and what is wrong with it. */
    fields: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
