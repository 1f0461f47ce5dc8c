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

/** What we send. */
export type RelayCommand =
  | {
      readonly type: 'text';
      readonly token: string;
      readonly last: true;
      readonly lang: string;
      readonly interruptible: boolean;
      readonly preemptible: false;
    }
  | {
      readonly type: 'play';
      readonly source: string;
      readonly loop: 1;
      readonly interruptible: boolean;
      readonly preemptible: false;
    }
  | { readonly type: 'sendDigits'; readonly digits: string }
  | { readonly type: 'language'; readonly ttsLanguage: string; readonly transcriptionLanguage: string }
  /** Over; the `action` of `<Connect>` is asked next, and is given `handoffData`. */
  | { readonly type: 'end'; readonly handoffData: string };

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
