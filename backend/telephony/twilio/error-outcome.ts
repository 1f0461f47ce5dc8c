import { z } from 'zod';
import type { CarrierOutcome, RefusalReason } from '../carrier-command.ts';
import { refusalOf } from './error-codes.ts';
import { Throttled } from './twilio-client.ts';

/** The shape of the SDK's exceptions. Their message may quote a telephone number, so it is left out. */
const restErrorSchema = z.object({ status: z.int().min(400), code: z.int().optional() });

/** How axios, inside the SDK, says that no answer came. */
const networkErrorSchema = z.object({ isAxiosError: z.literal(true), code: z.string().optional() });

/** A leg of that label is in the conference already: an earlier attempt worked. */
const duplicateLabel = 16_025;

/** Also the participant who was to be coached (twilio.com/docs/api/errors/16028). */
const goneCodes: ReadonlySet<number> = new Set([16_028, 20_404, 21_220]);

/** Too many requests, too many calls at once, and a queue that is full. */
const throttledCodes: ReadonlySet<number> = new Set([10_004, 20_429, 22_005]);

export function isDuplicateLabel(error: unknown): boolean {
  return restErrorSchema.safeParse(error).data?.code === duplicateLabel;
}

/** What a failed request means to the domains. Throws what is neither the network's nor the carrier's doing. */
export function outcomeOfError(error: unknown): CarrierOutcome {
  if (error instanceof Throttled) return { type: 'throttled', retryAfterMs: error.retryAfterMs };
  const answered = restErrorSchema.safeParse(error);
  if (answered.success) return outcomeOfStatus(answered.data.status, answered.data.code ?? null);
  const unanswered = networkErrorSchema.safeParse(error);
  if (unanswered.success) return { type: 'unknown', detail: unanswered.data.code ?? 'no answer' };
  if (error instanceof SyntaxError) return { type: 'unknown', detail: 'the answer was no JSON' };
  throw error;
}

function outcomeOfStatus(status: number, code: number | null): CarrierOutcome {
  const detail = code === null ? `HTTP ${status}` : `HTTP ${status}, Twilio error ${code}`;
  if (code !== null && throttledCodes.has(code)) return { type: 'throttled', retryAfterMs: null };
  if (status >= 500) return { type: 'unknown', detail };
  if (status === 404 || (code !== null && goneCodes.has(code))) return { type: 'gone' };
  return { type: 'refused', reason: reasonOf(status, code), detail };
}

function reasonOf(status: number, code: number | null): RefusalReason {
  const reason = code === null ? null : refusalOf(code);
  return reason ?? (status === 401 ? 'credentials' : 'carrier');
}
