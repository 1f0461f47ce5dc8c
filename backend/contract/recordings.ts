import { z } from 'zod';
import { callIdSchema } from './ids.ts';
import { instantSchema } from './vocabulary.ts';

/**
 * Where the recording of a call stands: `none` · `running` and `paused` while it is made, `unsure` while nobody knows which of them · `awaited` until it is with us · `stored` ·
 * `absent`, because the carrier made none · `lost`, because it could not be had · `expired`, because we keep it no longer.
 */
export const recordingStateSchema = z.enum([
  'none',
  'running',
  'paused',
  'unsure',
  'awaited',
  'stored',
  'absent',
  'lost',
  'expired',
]);
export type RecordingState = z.infer<typeof recordingStateSchema>;

/** The carrier's name of a recording. */
const recordingIdSchema = z.string().regex(/^[0-9A-Za-z]{2,64}$/);

export const recordingSchema = z.object({
  id: recordingIdSchema,
  state: recordingStateSchema,
  /** What was said at this time is at its very beginning; null where the carrier did not tell. */
  startedAt: instantSchema.nullable(),
  durationSeconds: z.int().nonnegative().nullable(),
  /** How loud it is, 0 to 100, in parts of the same length from its beginning to its end; empty unless it is stored. */
  waveform: z.array(z.int().min(0).max(100)),
  /** When it will be deleted; null unless it is stored. */
  keptUntil: instantSchema.nullable(),
});
export type Recording = z.infer<typeof recordingSchema>;

/** In the order in which they began: nearly always one. */
export const recordingsSchema = z.object({ recordings: z.array(recordingSchema) });

export const recordingParamSchema = z.object({ callId: callIdSchema, recordingId: recordingIdSchema });

/** `file`: to be saved, which the audit log tells from listening. */
export const soundQuerySchema = z.object({ as: z.enum(['sound', 'file']).default('sound') });

export const pauseRecordingSchema = z.object({ paused: z.boolean() });
