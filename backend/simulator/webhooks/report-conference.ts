import type { Carrier } from '../carrier.ts';
import type { ConferenceRoom } from '../exchange/conference-room.ts';
import { rfc2822 } from './call-parameters.ts';
import { type ConferenceCallback, conferenceEventParameters, subscribedAs } from './conference-parameters.ts';

/**
 * Reports a conference's events to the callback of its first participant (twilio.com/docs/voice/twiml/conference). All events are
 * numbered, also those that nobody subscribed to, so the numbers that arrive have gaps.
 */
export function reportConference(
  room: ConferenceRoom,
  {
    callback,
    callStatusOf,
  }: { readonly callback: ConferenceCallback; readonly callStatusOf: (callSid: string) => string },
  carrier: Carrier,
): void {
  let sequence = 0;
  room.subscribe((event) => {
    sequence += 1;
    if (!callback.events.includes(subscribedAs(event))) return;
    const parameters = {
      AccountSid: carrier.accountSid,
      ConferenceSid: room.sid,
      FriendlyName: room.friendlyName,
      SequenceNumber: String(sequence),
      StatusCallbackEvent: event.type,
      Timestamp: rfc2822(carrier.now()),
      ...conferenceEventParameters(event, callStatusOf),
    };
    carrier.webhooks.report({ url: callback.url, method: callback.method, parameters });
  });
}
