import { z } from 'zod';
import { instantSchema } from './vocabulary.ts';

/** What the telephone on the customer's phone page is doing. It exists with simulated telephony only. */
export const phoneLineSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('waiting') }),
  z.object({ phase: z.literal('ringing'), from: z.string() }),
  /** It rings us, and was not answered yet. */
  z.object({
    phase: z.literal('calling'),
    to: z.string(),
    /** False on the pages that did not dial. */
    calledHere: z.boolean(),
  }),
  z.object({
    phase: z.literal('talking'),
    /** The other side's number, whoever called. */
    from: z.string(),
    since: instantSchema,
    /** False on the pages that rang too and did not answer. */
    answeredHere: z.boolean(),
  }),
]);
export type PhoneLine = z.infer<typeof phoneLineSchema>;

/** Server to page, on the WebSocket. */
export const phoneServerFrameSchema = z.discriminatedUnion('type', [
  /** On connecting, and after every change. `number` is the telephone's own, in E.164. */
  z.object({ type: z.literal('line'), number: z.string(), line: phoneLineSchema }),
  /** The other side begins to say this, which takes it so long. */
  z.object({ type: z.literal('heard'), text: z.string(), durationMs: z.number() }),
  /** The other side broke off what it was saying. */
  z.object({ type: z.literal('heard-break-off') }),
]);
export type PhoneServerFrame = z.infer<typeof phoneServerFrameSchema>;

/** Page to server, on the WebSocket. */
export const phoneClientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer') }),
  /** Rings our number. */
  z.object({ type: z.literal('call'), showsNumber: z.boolean() }),
  z.object({ type: z.literal('decline') }),
  z.object({ type: z.literal('say'), text: z.string().trim().min(1).max(500) }),
  z.object({ type: z.literal('press'), key: z.string().regex(/^[0-9*#]$/) }),
  z.object({ type: z.literal('hang-up') }),
]);
export type PhoneClientFrame = z.infer<typeof phoneClientFrameSchema>;

/** One open page: a reload keeps its call. */
export const phonePageSchema = z.object({ pageId: z.uuid() });

/** What the page's Voice SDK registers with, for the live sound. */
export const phoneTokenSchema = z.object({ token: z.string() });
