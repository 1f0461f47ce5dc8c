import type { ErrorCode } from '../contract/errors.ts';

/** What each refusal means, for those who write a client. */
export const refusalMeaning = {
  'invalid-input': 'the request has not the shape described here; `fields` names what is wrong',
  'too-large': 'the body is larger than any request needs to be',
  'not-json': 'the body is not declared as JSON',
  'method-not-allowed': 'there is something at this address, but not for this method',
  'not-signed-in': 'there is no session, or it has ended; or e-mail and password are wrong',
  'not-allowed': 'the caller, or the page that asks, may not do this',
  'not-found': 'there is no such thing, or the caller may not see it',
  'too-many-requests': 'too many attempts; the header `retry-after` says for how many seconds to wait',
  'do-not-call': 'the number is blocked for the whole company',
  'outside-calling-hours': 'customers may not be called at this time, where they are',
  'call-already-open': 'a call to this customer is in progress',
  'too-many-calls': 'as many calls are on as the telephone line allows',
  'conversation-settings-missing': 'the caller has not set what the AI says of the team',
  'agent-not-reachable': 'no softphone of that agent is connected',
  'agent-on-a-call': 'that agent is on another call',
  'call-over': 'the call has ended',
  'call-in-progress': 'the call has not ended yet',
  'call-not-answered': 'the customer has not answered yet',
  'handoff-in-progress': 'the call is being handed over already',
  'offer-over': 'the offer was taken, withdrawn, declined or has expired',
  'transfer-over': 'the caller has no transfer in progress; it was completed, canceled or declined',
  'carrier-unavailable': 'the carrier does not answer; nothing was changed',
  'changed-elsewhere': 'somebody else has changed it meanwhile; read it again',
  'email-taken': 'another account has this e-mail address',
  'own-account': 'nobody can disable their own account or change its role',
  'last-admin': 'without this admin nobody could manage accounts',
  'link-over': 'the link was used, was replaced by another, or has expired',
  'audio-unknown':
    'the file is neither an MP3 nor a WAV of PCM (8 or 16 bits) or µ-law; export it as one of them',
  'audio-damaged': 'the file is empty, cut short or broken; export it again and send it whole',
  'audio-too-long': 'the audio lasts longer than the text may; the message says how long that is; shorten it',
  'text-has-variables':
    'the text differs from call to call: no one audio file says it; write it without variables first',
  'recording-unavailable':
    'the recording is not being made, not stored yet or not any more, or its file is damaged',
  'code-wrong': 'it is not the code that was said on the telephone; it can be entered again',
  'code-over': 'there is no code any more: it is too old, was entered wrong too often, or none was asked for',
  internal: 'we failed; the log knows why',
} as const satisfies Record<ErrorCode, string>;
