import { z } from 'zod';

/** One kind of webhook: what it must carry, how a repeat of it is recognised, and what comes of it. */
export interface Webhook<Input> {
  /** Of the parameters of address and body together. */
  readonly schema: z.ZodType<Input>;
  /** The same whenever Twilio sends the same again; null where a repeat does no harm, and is answered anew. */
  readonly key: (input: Input) => string | null;
  /** Outside of the transaction, before it is answered for the first time. */
  readonly prepare?: (input: Input, now: Date) => Promise<Input>;
  /** In one transaction: passes it on, and gives the body of the answer: TwiML, or nothing. */
  readonly answer: (input: Input, now: Date) => string;
}

/** Twilio's times are whole seconds: ours is finer, unless the webhook is late. */
const onTimeMs = 3_000;

/** When it happened, of a webhook that came at `now` and says `timestamp` (RFC 2822 or ISO 8601). */
export function happenedAt(timestamp: string | undefined, now: Date): Date {
  const told = new Date(timestamp ?? Number.NaN);
  const lateMs = now.getTime() - told.getTime();
  return lateMs > onTimeMs ? told : now;
}

/** `true` or `false`, as words. */
export const flagSchema = z.enum(['true', 'false']).transform((word) => word === 'true');
