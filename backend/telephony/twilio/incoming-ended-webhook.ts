import { z } from 'zod';
import type { CallId, LegId } from '../../contract/ids.ts';
import type { CarrierEvents } from '../carrier-events.ts';
import { callStatusSchema, endReason } from './call-status.ts';
import { happenedAt, type Webhook } from './webhook.ts';

interface IncomingEndedOptions {
  readonly events: Pick<CarrierEvents, 'legEnded'>;
  /** The leg that this call of Twilio's is; null when it is none of an open call. */
  readonly legByRef: (legRef: string) => { readonly callId: CallId; readonly legId: LegId } | null;
}

/** (twilio.com/docs/phone-numbers/api/incomingphonenumber-resource) */
const incomingEndedSchema = z.object({
  CallSid: z.string(),
  CallStatus: callStatusSchema,
  CallDuration: z.coerce.number().int().nonnegative().optional(),
  Timestamp: z.string().optional(),
});

/** Status callback of our number. Of a leg that is in no conference nothing else tells that it is over. */
export function incomingEndedWebhook({
  events,
  legByRef,
}: IncomingEndedOptions): Webhook<z.infer<typeof incomingEndedSchema>> {
  return {
    schema: incomingEndedSchema,
    key: ({ CallSid, CallStatus }) => `incoming-ended:${CallSid}:${CallStatus}`,
    answer({ CallSid, CallStatus, CallDuration, Timestamp }, now) {
      const reason = endReason({ CallStatus });
      const leg = legByRef(CallSid);
      if (reason === null || leg === null) return '';
      const at = happenedAt(Timestamp, now);
      events.legEnded({ ...leg, legRef: CallSid, at, reason, billedSeconds: CallDuration ?? null });
      return '';
    },
  };
}
