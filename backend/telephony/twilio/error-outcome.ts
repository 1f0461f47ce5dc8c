import { z } from 'zod';
import type { CarrierOutcome, RefusalReason } from '../carrier-command.ts';
import { Throttled } from './twilio-client.ts';

/** The shape of the SDK's exceptions. Their message may quote a telephone number, so it is left out. */
const restErrorSchema = z.object({ status: z.int().min(400), code: z.int().optional() });

/** How axios, inside the SDK, says that no answer came. */
const networkErrorSchema = z.object({ isAxiosError: z.literal(true), code: z.string().optional() });

/** A leg of that label is in the conference already: an earlier attempt worked. */
const duplicateLabel = 16_025;

const goneCodes: ReadonlySet<number> = new Set([20_404, 21_220]);

const throttledCodes: ReadonlySet<number> = new Set([20_429, 22_005]);

/** twilio.com/docs/api/errors, as far as they speak of the dialled number or of what the account may dial. */
const refusals: ReadonlyMap<number, RefusalReason> = new Map([
  [13_223, 'invalid-number'],
  [13_224, 'invalid-number'],
  [13_226, 'invalid-number'],
  [21_201, 'invalid-number'],
  [21_211, 'invalid-number'],
  [21_214, 'invalid-number'],
  [21_217, 'invalid-number'],
  [21_216, 'barred'],
  [13_227, 'not-permitted'],
  [21_215, 'not-permitted'],
  [21_219, 'not-permitted'],
]);

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
  return { type: 'refused', reason: (code === null ? undefined : refusals.get(code)) ?? 'carrier', detail };
}
