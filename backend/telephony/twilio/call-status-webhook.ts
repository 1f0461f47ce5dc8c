import { z } from 'zod';
import { callIdSchema, legIdSchema } from '../../contract/ids.ts';
import type { CarrierEvents, LegEvent } from '../carrier-events.ts';
import { callStatusSchema, endReason } from './call-status.ts';
import type { PartialOrder } from './partial-order.ts';
import { happenedAt, type Webhook } from './webhook.ts';

interface CallStatusOptions {
  readonly events: CarrierEvents;
  readonly partials: PartialOrder;
}

/** (twilio.com/docs/voice/api/call-resource#statuscallback) */
const callStatusCallbackSchema = z.object({
  callId: callIdSchema,
  legId: legIdSchema,
  CallSid: z.string(),
  CallStatus: callStatusSchema,
  SequenceNumber: z.string(),
  Timestamp: z.string().optional(),
  /** Seconds, once it is over. */
  CallDuration: z.coerce.number().int().nonnegative().optional(),
  SipResponseCode: z.string().optional(),
  ErrorCode: z.string().optional(),
});
type CallStatusInput = z.infer<typeof callStatusCallbackSchema>;

/** How a leg's own telephone call goes. */
export function callStatusWebhook({ events, partials }: CallStatusOptions): Webhook<CallStatusInput> {
  return {
    schema: callStatusCallbackSchema,
    key: ({ CallSid, CallStatus, SequenceNumber }) =>
      `call-status:${CallSid}:${CallStatus}:${SequenceNumber}`,
    answer(input, now) {
      const { callId, legId, CallSid, Timestamp } = input;
      const leg: LegEvent = { callId, legId, legRef: CallSid, at: happenedAt(Timestamp, now) };
      const reason = endReason(input);
      if (reason !== null) {
        events.legEnded({ ...leg, reason, billedSeconds: input.CallDuration ?? null });
        partials.forget(legId);
      } else if (input.CallStatus === 'ringing') {
        events.legRinging(leg);
      } else if (input.CallStatus === 'in-progress') {
        events.legAnswered(leg);
      }
      return '';
    },
  };
}
