import { z } from 'zod';
import { Throttled } from '../twilio-client.ts';

/** What came of a request to Twilio's REST API. */
export type Answer<Value> =
  | { readonly type: 'answered'; readonly value: Value }
  /** `code` is Twilio's, where there is one (twilio.com/docs/api/errors). */
  | { readonly type: 'refused'; readonly status: number; readonly code: number | null }
  | { readonly type: 'unreachable'; readonly detail: string };

const refusalSchema = z.object({ status: z.int().min(400), code: z.int().optional() });
const networkErrorSchema = z.object({ isAxiosError: z.literal(true), code: z.string().optional() });

/** Throws only what is neither the network's nor Twilio's doing. */
export async function answerOf<Value>(request: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { type: 'answered', value: await request };
  } catch (error) {
    if (error instanceof Throttled) return { type: 'refused', status: 429, code: 20_429 };
    const refusal = refusalSchema.safeParse(error);
    if (refusal.success) {
      return { type: 'refused', status: refusal.data.status, code: refusal.data.code ?? null };
    }
    const unanswered = networkErrorSchema.safeParse(error);
    if (unanswered.success) return { type: 'unreachable', detail: unanswered.data.code ?? 'no answer' };
    if (error instanceof SyntaxError) return { type: 'unreachable', detail: 'the answer was no JSON' };
    throw error;
  }
}

/** What Twilio does not know is no refusal here. */
export function orNull<Value>(answer: Answer<Value>): Answer<Value | null> {
  return answer.type === 'refused' && answer.status === 404 ? { type: 'answered', value: null } : answer;
}
