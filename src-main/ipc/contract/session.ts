import { z } from 'zod';

/** `no-keyring`: this computer has no safe place for a session, so that one lasts only as long as the app runs. */
export const rememberedSessionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remembered'), token: z.string() }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('no-keyring') }),
]);
export type RememberedSession = z.infer<typeof rememberedSessionSchema>;

export const storedSessionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stored') }),
  z.object({ kind: z.literal('no-keyring') }),
]);
export type StoredSession = z.infer<typeof storedSessionSchema>;

/** `not-encrypted`: plain http is accepted for a server on this computer only. `on-call`: the call would go with the page. */
export const serverChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), address: z.url() }),
  z.object({ kind: z.literal('refused'), problem: z.enum(['not-an-address', 'not-encrypted', 'on-call']) }),
]);
export type ServerChange = z.infer<typeof serverChangeSchema>;
