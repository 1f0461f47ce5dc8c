import { z } from 'zod';

/**
 * The Voice SDK's signalling protocol ("PStream 1.6"), as version 2.18.5 of the SDK writes and reads it: JSON frames
 * `{ type, version, payload }` over one WebSocket a device, and a lone line feed as heartbeat. It is private to Twilio; the source is
 * the SDK's own (`lib/twilio/pstream.ts`, `call.ts`, `device.ts`).
 */
export const HEARTBEAT = '\n';

const VERSION = '1.6';

const accessMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listen'), payload: z.object({ token: z.string() }) }),
  z.object({ type: z.literal('register'), payload: z.object({ media: z.object({ audio: z.boolean() }) }) }),
]);

const callMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('invite'),
    payload: z.object({ callsid: z.string(), sdp: z.string(), reconnect: z.string().optional() }),
  }),
  z.object({ type: z.literal('answer'), payload: z.object({ callsid: z.string(), sdp: z.string() }) }),
  z.object({ type: z.literal('reject'), payload: z.object({ callsid: z.string() }) }),
  z.object({ type: z.literal('hangup'), payload: z.object({ callsid: z.string() }) }),
  z.object({ type: z.literal('dtmf'), payload: z.object({ callsid: z.string(), dtmf: z.string() }) }),
  z.object({ type: z.literal('reinvite'), payload: z.object({ callsid: z.string(), sdp: z.string() }) }),
]);
export type CallMessage = z.infer<typeof callMessageSchema>;

const deviceMessageSchema = z.discriminatedUnion('type', [accessMessageSchema, callMessageSchema]);
type DeviceMessage = z.infer<typeof deviceMessageSchema>;

export type GatewayMessage =
  | { type: 'connected'; payload: { region: string; edge: string; token: { identity: string; ttl: number } } }
  | { type: 'ready'; payload: object }
  | { type: 'offline'; payload: object }
  | { type: 'error'; payload: { error: SignallingError } }
  | {
      type: 'invite';
      payload: { callsid: string; sdp: string; reconnect: string; parameters: InviteParameters };
    }
  | { type: 'answer'; payload: { callsid: string; sdp?: string; reconnect?: string } }
  | { type: 'cancel'; payload: { callsid: string } }
  | { type: 'hangup'; payload: { callsid: string; error?: SignallingError } };

export interface InviteParameters {
  readonly CallSid: string;
  readonly AccountSid: string;
  readonly From: string;
  readonly To: string;
  /** Custom parameters as a query string. The SDK decodes the values, not the names. */
  readonly Params: string;
}

/** Numbers of https://www.twilio.com/docs/api/errors that the SDK knows by heart. */
export interface SignallingError {
  readonly code: number;
  readonly message: string;
}

export const signallingErrors = {
  authenticationFailed: { code: 31201, message: 'Authentication failed' },
  tokenInvalid: { code: 31204, message: 'Invalid access token' },
  tokenExpired: { code: 31205, message: 'Access token expired' },
  /** For calls from a device: nothing in the product makes them. */
  declined: { code: 31002, message: 'Connection declined' },
  callUnknown: { code: 31404, message: 'No such call' },
} as const satisfies Record<string, SignallingError>;

/** Null for what the SDK may say and the gateway has no use for. */
export function readDeviceMessage(frame: string): DeviceMessage | null {
  const message = deviceMessageSchema.safeParse(parseJson(frame));
  return message.success ? message.data : null;
}

export function writeGatewayMessage(message: GatewayMessage): string {
  return JSON.stringify({ ...message, version: VERSION });
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return null;
  }
}
