import { z } from 'zod';

/** What Twilio sends over a ConversationRelay's WebSocket (voice/conversationrelay/websocket-messages). */
const relayFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('setup'), sessionId: z.string().min(1), callSid: z.string().min(1) }),
  /** Not `last`: a guess, of everything said so far, that the next one replaces. */
  z.object({ type: z.literal('prompt'), voicePrompt: z.string().trim(), last: z.boolean().default(true) }),
  z.object({ type: z.literal('dtmf'), digit: z.string().regex(/^[0-9A-D*#]$/) }),
  z.object({
    type: z.literal('interrupt'),
    utteranceUntilInterrupt: z.string().default(''),
    durationUntilInterruptMs: z.coerce.number().nonnegative().catch(0),
  }),
  /** Of `debug="speaker-events"`: who begins (`on`) and ends (`off`) to speak. Others are of no use to us. */
  z.object({ type: z.literal('info'), name: z.string(), value: z.coerce.string() }),
  /** It could not do anything with what we sent. */
  z.object({ type: z.literal('error'), description: z.string().default('') }),
]);
export type RelayFrame = z.infer<typeof relayFrameSchema>;

const spoken = { interruptible: z.boolean(), preemptible: z.literal(false) };

/** What we send, each time whole. */
const relayCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    token: z.string(),
    last: z.literal(true),
    lang: z.string().min(1),
    ...spoken,
  }),
  z.strictObject({ type: z.literal('play'), source: z.url(), loop: z.literal(1), ...spoken }),
  z.strictObject({ type: z.literal('sendDigits'), digits: z.string().regex(/^[0-9*#wW]+$/) }),
  z.strictObject({
    type: z.literal('language'),
    ttsLanguage: z.string().min(1),
    transcriptionLanguage: z.string().min(1),
  }),
  /** Over; the `action` of `<Connect>` is asked next, and is given `handoffData`. */
  z.strictObject({ type: z.literal('end'), handoffData: z.string() }),
]);
export type RelayCommand = z.infer<typeof relayCommandSchema>;

/** Throws for what Twilio would refuse (64107): a defect of ours. */
export function writeRelayCommand(command: RelayCommand): string {
  return JSON.stringify(relayCommandSchema.parse(command));
}

/** What our last frame tells the `action` of `<Connect>`: that the words of `round` were said to their end. */
const handoffDataSchema = z.object({ round: z.number().int().nonnegative() });

export function writeHandoffData(round: number): string {
  return JSON.stringify(handoffDataSchema.parse({ round }));
}

/** The round of instructions that is over; null where a session ended otherwise. */
export function readHandoffData(text: string): number | null {
  const data = handoffDataSchema.safeParse(jsonIn(text));
  return data.success ? data.data.round : null;
}

/** Null for what is no frame of Twilio's. */
export function readRelayFrame(data: unknown): RelayFrame | null {
  const frame = relayFrameSchema.safeParse(jsonIn(data));
  return frame.success ? frame.data : null;
}

function jsonIn(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
