import { simulatedAccount } from '../account.ts';
import type {
  HeldAccount,
  HeldApplication,
  HeldKey,
  HeldNumber,
  VerifiedCaller,
  VoiceHandling,
} from '../holdings/holdings.ts';
import { API_VERSION, rfc2822 } from '../webhooks/call-parameters.ts';

// Every property that Twilio documents for the resource, and no other.

const { accountSid, authToken } = simulatedAccount;
const accountUri = `/${API_VERSION}/Accounts/${accountSid}`;

const accountSubresources = {
  addresses: 'Addresses',
  applications: 'Applications',
  calls: 'Calls',
  conferences: 'Conferences',
  incoming_phone_numbers: 'IncomingPhoneNumbers',
  keys: 'Keys',
  outgoing_caller_ids: 'OutgoingCallerIds',
  recordings: 'Recordings',
  transcriptions: 'Transcriptions',
};

/** twilio.com/docs/iam/api/account */
export function accountResource({ type, status }: HeldAccount, createdAt: Date): object {
  return {
    sid: accountSid,
    owner_account_sid: accountSid,
    friendly_name: 'Simulated account',
    auth_token: authToken,
    type,
    status,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
    uri: `${accountUri}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(accountSubresources).map(([name, path]) => [name, `${accountUri}/${path}.json`]),
    ),
  };
}

/** twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export function numberResource(number: HeldNumber): object {
  return {
    ...voiceProperties(number),
    ...smsProperties,
    sid: number.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    phone_number: number.phoneNumber,
    friendly_name: number.phoneNumber,
    capabilities: { voice: number.canVoice, sms: false, mms: false, fax: false },
    bundle_sid: number.bundleSid,
    address_sid: number.addressSid,
    address_requirements: number.addressRequirements,
    identity_sid: null,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    origin: 'twilio',
    beta: false,
    status: 'in-use',
    sms_application_sid: null,
    trunk_sid: number.trunkSid,
    voice_application_sid: number.voiceApplicationSid,
    voice_receive_mode: 'voice',
    date_created: rfc2822(number.updatedAt),
    date_updated: rfc2822(number.updatedAt),
    uri: `${accountUri}/IncomingPhoneNumbers/${number.sid}.json`,
  };
}

/** twilio.com/docs/voice/api/outgoing-caller-ids */
export function verifiedCallerResource({ sid, phoneNumber }: VerifiedCaller, createdAt: Date): object {
  return {
    sid,
    account_sid: accountSid,
    phone_number: phoneNumber,
    friendly_name: phoneNumber,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
    uri: `${accountUri}/OutgoingCallerIds/${sid}.json`,
  };
}

/** twilio.com/docs/usage/api/applications */
export function applicationResource(application: HeldApplication): object {
  return {
    ...voiceProperties(application),
    ...smsProperties,
    sid: application.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    friendly_name: application.friendlyName,
    message_status_callback: '',
    sms_status_callback: '',
    public_application_connect_enabled: false,
    date_created: rfc2822(application.createdAt),
    date_updated: rfc2822(application.updatedAt),
    uri: `${accountUri}/Applications/${application.sid}.json`,
  };
}

/** twilio.com/docs/iam/api-keys/keys-resource-v2010 */
export function keyResource({ sid, friendlyName, createdAt }: HeldKey): object {
  return {
    sid,
    friendly_name: friendlyName,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
  };
}

/** Shows the secret, which Twilio does once. */
export function newKeyResource(key: HeldKey): object {
  return { ...keyResource(key), secret: key.secret };
}

function voiceProperties(handling: VoiceHandling): object {
  return {
    voice_url: handling.voiceUrl,
    voice_method: handling.voiceMethod,
    voice_fallback_url: handling.voiceFallbackUrl,
    voice_fallback_method: handling.voiceFallbackMethod,
    voice_caller_id_lookup: false,
    status_callback: handling.statusCallback,
    status_callback_method: handling.statusCallbackMethod,
  };
}

const smsProperties = {
  sms_url: '',
  sms_method: 'POST',
  sms_fallback_url: '',
  sms_fallback_method: 'POST',
};
