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

const inviteParametersSchema = z.strictObject({
  CallSid: z.string(),
  AccountSid: z.string(),
  From: z.string(),
  To: z.string(),
  /** Custom parameters as a query string. The SDK decodes the values, not the names. */
  Params: z.string(),
});

/** Numbers of https://www.twilio.com/docs/api/errors that the SDK knows by heart. */
const signallingErrorSchema = z.strictObject({ code: z.int(), message: z.string() });
export type SignallingError = z.infer<typeof signallingErrorSchema>;

const ofCall = { callsid: z.string() };
const nothing = z.strictObject({});

/** What the gateway says. */
const gatewayMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('connected'),
    payload: z.strictObject({
      region: z.string(),
      edge: z.string(),
      token: z.strictObject({ identity: z.string(), ttl: z.number() }),
    }),
  }),
  z.strictObject({ type: z.literal('ready'), payload: nothing }),
  z.strictObject({ type: z.literal('offline'), payload: nothing }),
  z.strictObject({ type: z.literal('error'), payload: z.strictObject({ error: signallingErrorSchema }) }),
  z.strictObject({
    type: z.literal('invite'),
    payload: z.strictObject({
      ...ofCall,
      sdp: z.string(),
      reconnect: z.string(),
      parameters: inviteParametersSchema,
    }),
  }),
  z.strictObject({
    type: z.literal('answer'),
    payload: z.strictObject({ ...ofCall, sdp: z.string().optional(), reconnect: z.string().optional() }),
  }),
  z.strictObject({ type: z.literal('cancel'), payload: z.strictObject(ofCall) }),
  z.strictObject({
    type: z.literal('hangup'),
    payload: z.strictObject({ ...ofCall, error: signallingErrorSchema.optional() }),
  }),
]);
export type GatewayMessage = z.infer<typeof gatewayMessageSchema>;

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
  return JSON.stringify({ ...gatewayMessageSchema.parse(message), version: VERSION });
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    return null;
  }
}
