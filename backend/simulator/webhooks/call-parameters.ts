import type { CallPhase } from '../exchange/call-machine.ts';

export const API_VERSION = '2010-04-01';

/** What identifies a call in every request about it. */
export interface CallIdentity {
  readonly accountSid: string;
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
}

/** Who rang whom, as Twilio says it: `inbound` calls come to a number of the account. */
export type CallDirection = 'inbound' | 'outbound-api';

export function identityOf(
  { sid, from, to, direction }: Pick<CallIdentity, 'sid' | 'from' | 'to' | 'direction'>,
  accountSid: string,
): CallIdentity {
  return { accountSid, sid, from, to, direction };
}

/** The parameters of every voice request (twilio.com/docs/voice/twiml#request-parameters). */
export function callParameters(call: CallIdentity, phase: CallPhase): Readonly<Record<string, string>> {
  return {
    AccountSid: call.accountSid,
    ApiVersion: API_VERSION,
    CallSid: call.sid,
    CallStatus: callStatus(phase),
    Called: call.to,
    Caller: call.from,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    ...places('From', 'Caller', call.from),
    ...places('To', 'Called', call.to),
  };
}

export function callStatus(phase: CallPhase): string {
  switch (phase.type) {
    case 'ended':
      return phase.status;
    case 'dialing':
      return 'initiated';
    case 'queued':
    case 'ringing':
    case 'in-progress':
      return phase.type;
  }
}

/** RFC 2822, always in UTC: the form of nearly every date of Twilio's. */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}

// Only telephone numbers are somewhere, and only North American ones more precisely than in a country.
function places(party: string, oldName: string, address: string): Readonly<Record<string, string>> {
  if (!address.startsWith('+')) return {};
  const country = address.startsWith('+81') ? 'JP' : '';
  const named = (name: string): [string, string][] => [
    [`${name}City`, ''],
    [`${name}State`, ''],
    [`${name}Zip`, ''],
    [`${name}Country`, country],
  ];
  return Object.fromEntries([...named(party), ...named(oldName)]);
}
