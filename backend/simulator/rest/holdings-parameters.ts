import { z } from 'zod';

// The form parameters of numbers, applications and keys as far as they are simulated (twilio_api_v2010.json in Twilio's OpenAPI description).

/** An empty address takes away what was there. */
const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);
const method = z.enum(['GET', 'POST']);

const voiceHandling = {
  VoiceUrl: url.optional(),
  VoiceMethod: method.optional(),
  VoiceFallbackUrl: url.optional(),
  VoiceFallbackMethod: method.optional(),
  StatusCallback: url.optional(),
  StatusCallbackMethod: method.optional(),
};

export type VoiceHandlingParameters = z.output<z.ZodObject<typeof voiceHandling>>;

export const applicationParameters = z.strictObject({
  FriendlyName: z.string().min(1).max(64).optional(),
  ...voiceHandling,
});

export const updateNumberParameters = z.strictObject(voiceHandling);

export const createKeyParameters = z.strictObject({ FriendlyName: z.string().max(64).default('') });

const paging = {
  PageSize: z.coerce.number().int().min(1).max(1_000).default(50),
  Page: z.coerce.number().int().min(0).default(0),
};

export const listApplicationsParameters = z.strictObject({ FriendlyName: z.string().optional(), ...paging });

export const listNumbersParameters = z.strictObject({ PhoneNumber: z.string().optional(), ...paging });

export const listKeysParameters = z.strictObject(paging);
