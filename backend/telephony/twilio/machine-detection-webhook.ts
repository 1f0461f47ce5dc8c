import { z } from 'zod';
import { callIdSchema } from '../../contract/ids.ts';
import type { CarrierEvents } from '../carrier-events.ts';
import type { Webhook } from './webhook.ts';

/** (twilio.com/docs/voice/answering-machine-detection) */
const machineDetectionSchema = z.object({
  callId: callIdSchema,
  CallSid: z.string(),
  AnsweredBy: z.enum([
    'human',
    'machine_start',
    'machine_end_beep',
    'machine_end_silence',
    'machine_end_other',
    'fax',
    'unknown',
  ]),
});

/** What answered the customer's telephone, some seconds after it did. */
export function machineDetectionWebhook(
  events: CarrierEvents,
): Webhook<z.infer<typeof machineDetectionSchema>> {
  return {
    schema: machineDetectionSchema,
    key: ({ CallSid }) => `amd:${CallSid}`,
    answer({ callId, AnsweredBy }, now) {
      if (AnsweredBy !== 'human' && AnsweredBy !== 'unknown') events.machineDetected(callId, now);
      return '';
    },
  };
}
