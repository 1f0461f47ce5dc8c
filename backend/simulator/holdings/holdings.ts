import { randomBytes } from 'node:crypto';
import { simulatedAccount } from '../account.ts';
import { createSid } from '../exchange/sids.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';

/** What an account has besides its calls: itself, numbers, TwiML applications and API keys. */
export interface Holdings {
  readonly account: HeldAccount;
  numbers(): readonly HeldNumber[];
  changeNumber(number: HeldNumber): void;
  /** Numbers of others that the account has proved to be allowed to show. */
  readonly verifiedCallers: readonly VerifiedCaller[];
  /** Whether a call may come from it: one of the numbers, a verified caller, or a softphone. */
  mayShow(from: string): boolean;
  applications(): readonly HeldApplication[];
  /** A new one, or another state of one that is there. */
  keepApplication(application: HeldApplication): void;
  keys(): readonly HeldKey[];
  createKey(friendlyName: string, now: Date): HeldKey;
  /** Whether these are the account's own credentials or one of its keys; `test` for its test credentials, which open nothing here. */
  accessWith(user: string, password: string): Access;
}

export type Access = 'main' | 'key' | 'test' | 'none';

export interface HeldAccount {
  /** The countries, by their ISO codes, that it may call. */
  readonly mayCall: readonly string[];
  readonly type: 'Trial' | 'Full';
  readonly status: 'active' | 'suspended' | 'closed';
}

/** What answers a call to a number or an application. */
export interface VoiceHandling {
  readonly voiceUrl: string;
  readonly voiceMethod: WebhookMethod;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: WebhookMethod;
  readonly statusCallback: string;
  readonly statusCallbackMethod: WebhookMethod;
}

export interface HeldNumber extends VoiceHandling {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly canVoice: boolean;
  readonly bundleSid: string | null;
  readonly addressSid: string | null;
  readonly addressRequirements: 'none' | 'any' | 'local' | 'foreign';
  readonly voiceApplicationSid: string | null;
  readonly trunkSid: string | null;
  readonly updatedAt: Date;
}

export interface VerifiedCaller {
  readonly sid: string;
  readonly phoneNumber: string;
}

export interface HeldApplication extends VoiceHandling {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface HeldKey {
  readonly sid: string;
  readonly secret: string;
  readonly friendlyName: string;
  readonly createdAt: Date;
}

/** What an account holds at first. */
export interface FirstHoldings {
  readonly account: HeldAccount;
  readonly numbers: readonly HeldNumber[];
  readonly verifiedCallers: readonly VerifiedCaller[];
  readonly applications: readonly HeldApplication[];
}

/** The account's two numbers, which answer at their `voiceUrl` or not at all, one application that answers at `applicationVoiceUrl`, and the key of `simulatedAccount`. */
export function fittingHoldings(
  applicationVoiceUrl: string,
  now: Date,
  number: Partial<VoiceHandling> = {},
): FirstHoldings {
  const { phoneNumberSid, callerNumber, secondNumberSid, secondNumber, twimlAppSid } = simulatedAccount;
  const held = (sid: string, phoneNumber: string): HeldNumber => ({
    ...unhandled,
    sid,
    phoneNumber,
    ...number,
    canVoice: true,
    bundleSid: `BU${'0'.repeat(31)}7`,
    addressSid: null,
    addressRequirements: 'none',
    voiceApplicationSid: null,
    trunkSid: null,
    updatedAt: now,
  });
  return {
    account: { type: 'Full', status: 'active', mayCall: ['JP'] },
    numbers: [held(phoneNumberSid, callerNumber), held(secondNumberSid, secondNumber)],
    verifiedCallers: [],
    applications: [
      {
        ...unhandled,
        sid: twimlAppSid,
        friendlyName: 'Toritsugi',
        voiceUrl: applicationVoiceUrl,
        createdAt: now,
        updatedAt: now,
      },
    ],
  };
}

/** As a number or an application is when it is new. */
export const unhandled: VoiceHandling = {
  voiceUrl: '',
  voiceMethod: 'POST',
  voiceFallbackUrl: '',
  voiceFallbackMethod: 'POST',
  statusCallback: '',
  statusCallbackMethod: 'POST',
};

export function createHoldings(first: FirstHoldings, now: Date): Holdings {
  const { accountSid, authToken, testAccountSid, testAuthToken } = simulatedAccount;
  const numbers = new Map(first.numbers.map((number) => [number.sid, number]));
  const applications = new Map(first.applications.map((application) => [application.sid, application]));
  const keys: HeldKey[] = [
    {
      sid: simulatedAccount.apiKeySid,
      secret: simulatedAccount.apiKeySecret,
      friendlyName: 'Simulator',
      createdAt: now,
    },
  ];

  return {
    account: first.account,
    verifiedCallers: first.verifiedCallers,
    numbers: () => [...numbers.values()],
    mayShow: (from) =>
      from.startsWith('client:') ||
      [...numbers.values(), ...first.verifiedCallers].some(({ phoneNumber }) => phoneNumber === from),
    changeNumber: (number) => numbers.set(number.sid, number),
    applications: () => [...applications.values()],
    keepApplication: (application) => applications.set(application.sid, application),
    keys: () => keys,
    createKey(friendlyName, createdAt) {
      const key = {
        sid: createSid('SK'),
        secret: randomBytes(16).toString('hex'),
        friendlyName,
        createdAt,
      };
      keys.push(key);
      return key;
    },
    accessWith(user, password) {
      if (user === accountSid && password === authToken) return 'main';
      if (user === testAccountSid && password === testAuthToken) return 'test';
      return keys.some(({ sid, secret }) => sid === user && secret === password) ? 'key' : 'none';
    },
  };
}
