import { z } from 'zod';
import { createTwilioClient, type TwilioClient } from '../twilio-client.ts';
import { type Answer, answerOf, orNull } from './answer.ts';

/** What Twilio knows of the account, as far as calls need it, and the few things that are changed there. */
export interface AccountAccess {
  account(): Promise<Answer<AccountState>>;
  /** Whether ordinary numbers of a country may be called, by its ISO code. */
  mayCall(country: string): Promise<Answer<boolean>>;
  /** Null: the account does not own it. */
  ownedNumber(number: string): Promise<Answer<OwnedNumber | null>>;
  ownedNumbers(): Promise<Answer<readonly OwnedNumber[]>>;
  /** Whether a number of somebody else's was verified as a caller. */
  isVerified(number: string): Promise<Answer<boolean>>;
  changeNumber(sid: string, change: Partial<NumberHandling>): Promise<Answer<unknown>>;
  /** Null: the account has no such application. */
  application(sid: string): Promise<Answer<Application | null>>;
  applicationsNamed(name: string): Promise<Answer<readonly Application[]>>;
  createApplication(name: string, handling: Partial<VoiceHandling>): Promise<Answer<Application>>;
  changeApplication(sid: string, change: Partial<VoiceHandling>): Promise<Answer<unknown>>;
  keysNamed(name: string): Promise<Answer<readonly string[]>>;
  createKey(name: string): Promise<Answer<NewKey>>;
  /** Whether Twilio lets this key in. */
  tryKey(sid: string, secret: string): Promise<Answer<unknown>>;
}

/** What answers a call to a number or an application. An empty address is none. */
export interface VoiceHandling {
  readonly voiceUrl: string;
  readonly voiceMethod: 'GET' | 'POST';
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: 'GET' | 'POST';
}

/** What is told of a number's calls besides. */
export interface NumberHandling extends VoiceHandling {
  readonly statusCallback: string;
  readonly statusCallbackMethod: 'GET' | 'POST';
}

const methodSchema = z
  .enum(['GET', 'POST'])
  .nullish()
  .transform((method) => method ?? 'POST');
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const handlingSchema = z.object({
  voiceUrl: textSchema,
  voiceMethod: methodSchema,
  voiceFallbackUrl: textSchema,
  voiceFallbackMethod: methodSchema,
});

const accountSchema = z.object({
  type: z.enum(['Trial', 'Full']),
  status: z.enum(['active', 'suspended', 'closed']),
});
export type AccountState = z.infer<typeof accountSchema>;

const permissionsSchema = z
  .object({ lowRiskNumbersEnabled: z.boolean() })
  .transform(({ lowRiskNumbersEnabled }) => lowRiskNumbersEnabled);

const ownedNumberSchema = handlingSchema.extend({
  statusCallback: textSchema,
  statusCallbackMethod: methodSchema,
  sid: z.string(),
  /** E.164 */
  phoneNumber: z.string(),
  capabilities: z.object({ voice: z.boolean() }),
  bundleSid: textSchema,
  addressSid: textSchema,
  addressRequirements: z.string().nullish(),
  /** A number may leave its calls to an application or a trunk, and its own addresses are not asked then. */
  voiceApplicationSid: textSchema,
  trunkSid: textSchema,
});
export type OwnedNumber = z.infer<typeof ownedNumberSchema>;

const applicationSchema = handlingSchema.extend({ sid: z.string(), friendlyName: textSchema });
export type Application = z.infer<typeof applicationSchema>;

const newKeySchema = z.object({ sid: z.string(), secret: z.string() });
export type NewKey = z.infer<typeof newKeySchema>;

interface AccountAccessOptions {
  readonly accountSid: string;
  /** The account's own: an API key may look neither at the account nor at keys. */
  readonly authToken: string;
  /** The simulator's address, or null for Twilio. */
  readonly restBaseUrl: string | null;
}

export function createAccountAccess({
  accountSid,
  authToken,
  restBaseUrl,
}: AccountAccessOptions): AccountAccess {
  const clientWith = (user: string, password: string): TwilioClient =>
    createTwilioClient({ accountSid, apiKeySid: user, apiKeySecret: password }, restBaseUrl);
  const client = clientWith(accountSid, authToken);
  return {
    account: () => parsed(accountSchema, client.api.v2010.accounts(accountSid).fetch()),
    mayCall: (country) =>
      parsed(permissionsSchema, client.voice.v1.dialingPermissions.countries(country).fetch()),
    async ownedNumber(phoneNumber) {
      const numbers = client.incomingPhoneNumbers.list({ phoneNumber, limit: 1 });
      return parsed(ownedNumberSchema.nullable(), firstOf(numbers));
    },
    ownedNumbers: () => parsed(z.array(ownedNumberSchema), client.incomingPhoneNumbers.list()),
    isVerified: (phoneNumber) =>
      answerOf(client.outgoingCallerIds.list({ phoneNumber, limit: 1 }).then((found) => found.length > 0)),
    changeNumber: (sid, change) => answerOf(client.incomingPhoneNumbers(sid).update(change)),
    application: async (sid) => orNull(await parsed(applicationSchema, client.applications(sid).fetch())),
    applicationsNamed: (friendlyName) =>
      parsed(z.array(applicationSchema), client.applications.list({ friendlyName })),
    createApplication: (friendlyName, handling) =>
      parsed(applicationSchema, client.applications.create({ friendlyName, ...handling })),
    changeApplication: (sid, change) => answerOf(client.applications(sid).update(change)),
    keysNamed: (name) =>
      answerOf(
        client.keys
          .list()
          .then((keys) => keys.filter(({ friendlyName }) => friendlyName === name).map(({ sid }) => sid)),
      ),
    createKey: (friendlyName) => parsed(newKeySchema, client.newKeys.create({ friendlyName })),
    tryKey: (sid, secret) => answerOf(clientWith(sid, secret).applications.list({ limit: 1 })),
  };
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  request: Promise<unknown>,
): Promise<Answer<z.output<Schema>>> {
  return answerOf(request.then((value) => schema.parse(value)));
}

async function firstOf<Value>(list: Promise<readonly Value[]>): Promise<Value | null> {
  return (await list)[0] ?? null;
}
