import { z } from 'zod';
import { agentIdSchema } from './ids.ts';
import { instantSchema, roleSchema } from './vocabulary.ts';

/** Who is signed in, and what the console must know before it shows anything. */
export const sessionSchema = z.object({
  user: z.object({ id: agentIdSchema, name: z.string(), email: z.email(), role: roleSchema }),
  telephony: z.discriminatedUnion('carrier', [
    z.object({
      carrier: z.literal('simulated'),
      /** Host, port and path of the Voice SDK gateway, for the Device's `chunderw` option. */
      gateway: z.string(),
    }),
    z.object({ carrier: z.literal('twilio') }),
  ]),
  /** The days of this year and the next on which Japanese offices are closed, apart from the weekends. */
  holidays: z.array(z.iso.date()),
});
export type Session = z.infer<typeof sessionSchema>;

/** A Voice SDK access token. `identity` is what the carrier rings. */
export const softphoneTokenSchema = z.object({
  token: z.string(),
  identity: z.string(),
  expiresAt: instantSchema,
});
export type SoftphoneToken = z.infer<typeof softphoneTokenSchema>;

/** Opens one WebSocket, once, within a minute. For apps that hold a bearer token instead of a cookie. */
export const realtimeTicketSchema = z.object({ ticket: z.string() });
