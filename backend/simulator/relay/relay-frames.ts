import { z } from 'zod';

const interrupting = { interruptible: z.boolean().optional(), preemptible: z.boolean().optional() };

/** What an application may send, and no other field (voice/conversationrelay/websocket-messages). */
const applicationFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    token: z.string(),
    last: z.boolean().default(false),
    lang: z.string().optional(),
    ...interrupting,
  }),
  z.strictObject({
    type: z.literal('play'),
    source: z.url(),
    loop: z.int().nonnegative().default(1),
    ...interrupting,
  }),
  z.strictObject({ type: z.literal('sendDigits'), digits: z.string().regex(/^[0-9*#wW]+$/) }),
  z.strictObject({
    type: z.literal('language'),
    ttsLanguage: z.string().optional(),
    transcriptionLanguage: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('end'), handoffData: z.string().optional() }),
]);
export type ApplicationFrame = z.infer<typeof applicationFrameSchema>;

/** Null for what Twilio answers with an error (64107). */
export function readApplicationFrame(text: string): ApplicationFrame | null {
  try {
    const frame = applicationFrameSchema.safeParse(JSON.parse(text));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}

/** What the carrier sends. Twilio writes the milliseconds as a string. */
const relayFrameSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('setup'),
    sessionId: z.string().startsWith('VX'),
    accountSid: z.string().startsWith('AC'),
    parentCallSid: z.string(),
    callSid: z.string().startsWith('CA'),
    from: z.string(),
    to: z.string(),
    forwardedFrom: z.string(),
    callType: z.string(),
    callerName: z.string(),
    direction: z.string(),
    callStatus: z.string(),
    customParameters: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    type: z.literal('prompt'),
    voicePrompt: z.string(),
    lang: z.string(),
    last: z.boolean(),
  }),
  z.strictObject({ type: z.literal('dtmf'), digit: z.string().regex(/^[0-9A-D*#]$/) }),
  z.strictObject({
    type: z.literal('interrupt'),
    utteranceUntilInterrupt: z.string(),
    durationUntilInterruptMs: z.string().regex(/^\d+$/),
  }),
  z.strictObject({
    type: z.literal('info'),
    name: z.enum(['agentSpeaking', 'clientSpeaking']),
    value: z.enum(['on', 'off']),
  }),
  z.strictObject({ type: z.literal('error'), description: z.string() }),
]);
export type RelayFrame = z.infer<typeof relayFrameSchema>;

export function writeRelayFrame(frame: RelayFrame): string {
  return JSON.stringify(relayFrameSchema.parse(frame));
}
