import { z } from 'zod';

/** Everything the API refuses for a reason of the business. Consoles put each into words, in the reader's language. */
export const errorCodeSchema = z.enum([
  'invalid-input',
  'too-large',
  'not-json',
  'method-not-allowed',
  'not-signed-in',
  'not-allowed',
  'account-disabled',
  'not-found',
  'too-many-requests',
  'do-not-call',
  'outside-calling-hours',
  'call-already-open',
  'too-many-calls',
  'spending-cap-reached',
  'overloaded',
  'conversation-settings-missing',
  'agent-not-reachable',
  'agent-on-a-call',
  'call-over',
  'call-in-progress',
  'call-not-answered',
  'handoff-in-progress',
  'offer-over',
  'transfer-over',
  'call-supervised',
  'no-agent-talks',
  'supervision-over',
  'carrier-unavailable',
  'changed-elsewhere',
  'email-taken',
  'own-account',
  'last-admin',
  'link-over',
  'password-guessable',
  'password-personal',
  'password-wrong',
  'sign-in-code-wrong',
  'sign-in-over',
  'audio-unknown',
  'audio-damaged',
  'audio-too-long',
  'text-has-variables',
  'code-wrong',
  'code-over',
  'recording-unavailable',
  'campaign-begun',
  'campaign-not-begun',
  'campaign-over',
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
    /** For `too-many-requests`, where it is known: in so many seconds it may be tried again. */
    retryAfter: z.int().optional(),
    /** For `changed-elsewhere`, where it is known: what is there now, as the route answers it. */
    current: z.unknown().optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
