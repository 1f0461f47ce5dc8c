import { systemClock } from '../../backend/kernel/clock.ts';
import type { Telephony } from '../../backend/telephony/telephony.ts';
import { createAlarm } from '../../backend/telephony/twilio/relay/alarm.ts';
import { createTwilioTelephony } from '../../backend/telephony/twilio/twilio-telephony.ts';
import { fixedClock } from './fixed-clock.ts';
import type { RestAnswer, RestRecorder } from './rest-recorder.ts';
import { account, conferenceRef, legRef, publicUrl } from './twilio-samples.ts';

export const participantAnswer: RestAnswer = {
  status: 201,
  json: { call_sid: legRef, conference_sid: conferenceRef },
};
export const accountPath = `/2010-04-01/Accounts/${account.accountSid}`;

/** The real adapter, sent to another address. */
export function telephonyAt(restBaseUrl: string, after = createAlarm(systemClock, 1)): Telephony {
  return createTwilioTelephony({ account, publicUrl, restBaseUrl, clock: fixedClock(), after });
}

export function errorAnswer(status: number, code: number): RestAnswer {
  return { status, json: { code, message: 'for +81312345678', more_info: '', status } };
}

/** Conferences of the asked name, in these states. */
export function conferencesAnswer(...statuses: readonly string[]): RestAnswer {
  const conferences = statuses.map((status) => ({ sid: conferenceRef, status }));
  return { status: 200, json: { conferences, page: 0, page_size: 5, next_page_uri: null } };
}

/** The one request that was made. */
export function sent(rest: RestRecorder) {
  const [request] = rest.requests;
  if (request === undefined || rest.requests.length > 1) {
    throw new Error(`${rest.requests.length} requests instead of one`);
  }
  const { method, path, form } = request;
  return {
    line: `${method} ${path}`,
    form: Object.fromEntries(form),
    field: (name: string) => form.get(name) ?? '',
    fields: (name: string) => form.getAll(name),
  };
}
