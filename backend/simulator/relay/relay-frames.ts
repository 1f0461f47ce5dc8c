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
export type RelayFrame =
  | {
      readonly type: 'setup';
      readonly sessionId: string;
      readonly accountSid: string;
      readonly parentCallSid: string;
      readonly callSid: string;
      readonly from: string;
      readonly to: string;
      readonly forwardedFrom: string;
      readonly callType: string;
      readonly callerName: string;
      readonly direction: string;
      readonly callStatus: string;
      readonly customParameters: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'prompt';
      readonly voicePrompt: string;
      readonly lang: string;
      readonly last: boolean;
    }
  | { readonly type: 'dtmf'; readonly digit: string }
  | {
      readonly type: 'interrupt';
      readonly utteranceUntilInterrupt: string;
      readonly durationUntilInterruptMs: string;
    }
  | {
      readonly type: 'info';
      readonly name: 'agentSpeaking' | 'clientSpeaking';
      readonly value: 'on' | 'off';
    }
  | { readonly type: 'error'; readonly description: string };
