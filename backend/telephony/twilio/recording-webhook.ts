import { z } from 'zod';
import { callIdSchema } from '../../contract/ids.ts';
import type { CarrierEvents } from '../carrier-events.ts';
import type { Webhook } from './webhook.ts';

/** (twilio.com/docs/voice/twiml/conference#attributes-recording-status-callback) */
const recordingSchema = z.object({
  callId: callIdSchema,
  // It names the file that the recording is stored in.
  RecordingSid: z.string().regex(/^RE[0-9a-f]{32}$/),
  RecordingStatus: z.enum(['in-progress', 'completed', 'absent', 'failed']),
  RecordingStartTime: z.string().optional(),
  RecordingDuration: z.coerce.number().int().nonnegative().optional(),
  RecordingChannels: z.coerce.number().int().positive().optional(),
});

export function recordingWebhook(events: CarrierEvents): Webhook<z.infer<typeof recordingSchema>> {
  return {
    schema: recordingSchema,
    key: ({ RecordingSid, RecordingStatus }) => `recording:${RecordingSid}:${RecordingStatus}`,
    answer(input) {
      events.recordingChanged({
        callId: input.callId,
        recordingRef: input.RecordingSid,
        state: input.RecordingStatus === 'failed' ? 'absent' : input.RecordingStatus,
        startedAt: instant(input.RecordingStartTime),
        durationSeconds: input.RecordingDuration ?? null,
        channels: input.RecordingChannels ?? null,
      });
      return '';
    },
  };
}

function instant(timestamp: string | undefined): Date | null {
  const at = new Date(timestamp ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
