import { z } from 'zod';
import { type CallId, callIdSchema, type LegId } from '../../contract/ids.ts';
import type { Log } from '../../kernel/log.ts';
import type { CarrierEvents } from '../carrier-events.ts';
import { flagSchema, happenedAt, type Webhook } from './webhook.ts';

interface ConferenceOptions {
  readonly events: CarrierEvents;
  readonly legByLabel: (callId: CallId, label: string) => LegId | null;
  readonly log: Log;
}

const eventSchema = z.object({
  callId: callIdSchema,
  ConferenceSid: z.string(),
  SequenceNumber: z.string(),
  Timestamp: z.string().optional(),
});

const participantSchema = eventSchema.extend({
  CallSid: z.string(),
  ParticipantLabel: z.string(),
  Muted: flagSchema,
  Hold: flagSchema,
});

/** (twilio.com/docs/voice/twiml/conference#attributes-statusCallback) */
const conferenceSchema = z.discriminatedUnion('StatusCallbackEvent', [
  participantSchema.extend({ StatusCallbackEvent: z.literal(['participant-join', 'participant-leave']) }),
  eventSchema.extend({ StatusCallbackEvent: z.literal('conference-start') }),
  eventSchema.extend({ StatusCallbackEvent: z.literal('conference-end') }),
]);
type ConferenceInput = z.infer<typeof conferenceSchema>;

/** Who is in the conference. Twilio uses the address of the first leg for all of them, so the label tells which leg it is. */
export function conferenceWebhook({ events, legByLabel, log }: ConferenceOptions): Webhook<ConferenceInput> {
  return {
    schema: conferenceSchema,
    key: ({ ConferenceSid, StatusCallbackEvent, SequenceNumber }) =>
      `conference:${ConferenceSid}:${StatusCallbackEvent}:${SequenceNumber}`,
    answer(input, now) {
      const { callId } = input;
      const at = happenedAt(input.Timestamp, now);
      if (input.StatusCallbackEvent === 'conference-end') {
        events.conferenceEnded(callId, input.ConferenceSid);
        return '';
      }
      if (input.StatusCallbackEvent === 'conference-start') {
        events.conferenceStarted(callId, input.ConferenceSid);
        return '';
      }
      const legId = legByLabel(callId, input.ParticipantLabel);
      if (legId === null) {
        log.warn({ callId, label: input.ParticipantLabel }, 'an unknown leg is in the conference');
        return '';
      }
      const leg = { callId, legId, legRef: input.CallSid, at };
      if (input.StatusCallbackEvent === 'participant-leave') events.legLeft(leg);
      else
        events.legJoined({
          ...leg,
          conferenceRef: input.ConferenceSid,
          muted: input.Muted,
          onHold: input.Hold,
        });
      return '';
    },
  };
}
