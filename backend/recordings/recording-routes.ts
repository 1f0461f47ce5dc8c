import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { callParamSchema, callSessionSchema } from '../contract/calls.ts';
import {
  pauseRecordingSchema,
  recordingParamSchema,
  recordingsSchema,
  soundQuerySchema,
} from '../contract/recordings.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import { byteRange } from './byte-range.ts';
import type { OpenedSound, RecordingService } from './recording-service.ts';

/** `/calls/:callId/recordings`, and pausing the one that is being made. */
export function recordingRoutes(service: RecordingService) {
  return new Hono<ApiEnv>()
    .get(
      '/:callId/recordings',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'The recordings of a call',
        answer: { status: 200, schema: recordingsSchema },
        refusals: ['not-found'],
      }),
      validated('param', callParamSchema),
      (c) => c.json({ recordings: [...service.ofCall(c.var.caller, c.req.valid('param').callId)] }),
    )
    .get(
      '/:callId/recordings/:recordingId/sound',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Listen to a recording, or save it',
        detail:
          'Answers a `Range` with that part (206), or 416 where the file is shorter. Who listens and who saves is in the audit log.',
        answer: { status: 200, schema: z.string(), media: ['audio/wav'] },
        refusals: ['not-found', 'recording-unavailable'],
      }),
      validated('query', soundQuerySchema),
      validated('param', recordingParamSchema),
      async (c) => {
        const { as } = c.req.valid('query');
        const { callId, recordingId } = c.req.valid('param');
        return sent(c, await service.open(c.var.caller, { callId, recordingId, as }), {
          ...headers,
          ...(as === 'file' ? { 'content-disposition': `attachment; filename="${callId}.wav"` } : {}),
        });
      },
    )
    .put(
      '/:callId/recording',
      endpoint({
        access: 'signed-in',
        tag: 'calls',
        summary: 'Pause the recording of a call, or go on with it',
        answer: { status: 200, schema: callSessionSchema },
        refusals: ['not-found', 'not-allowed', 'call-over', 'recording-unavailable', 'carrier-unavailable'],
      }),
      validated('param', callParamSchema),
      validated('json', pauseRecordingSchema),
      async (c) => {
        const { callId } = c.req.valid('param');
        return c.json(await service.pause(c.var.caller, callId, c.req.valid('json').paused));
      },
    )
    .post(
      '/:callId/recordings/seek',
      endpoint({
        access: 'admin',
        tag: 'calls',
        summary: 'Try again to fetch the recordings that were given up',
        answer: { status: 200, schema: recordingsSchema },
        refusals: ['not-found'],
      }),
      validated('param', callParamSchema),
      (c) => c.json({ recordings: [...service.seekAgain(c.var.caller, c.req.valid('param').callId)] }),
    );
}

const headers = {
  'content-type': 'audio/wav',
  'accept-ranges': 'bytes',
  // What may be heard today may be hidden or deleted tomorrow.
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
};

/** All of it, or the part that is asked for (RFC 9110, 14). */
function sent(c: Context, sound: OpenedSound, more: Readonly<Record<string, string>>): Response {
  const { bytes, sha256 } = sound;
  const tag = `"${sha256}"`;
  const sameFile = (c.req.header('if-range') ?? tag) === tag;
  const range = byteRange(sameFile ? c.req.header('range') : undefined, bytes);
  const always = { ...more, etag: tag };
  switch (range.type) {
    case 'whole':
      return c.body(sound.read(0, bytes - 1), 200, { ...always, 'content-length': String(bytes) });
    case 'part': {
      const { from, to } = range;
      return c.body(sound.read(from, to), 206, {
        ...always,
        'content-range': `bytes ${from}-${to}/${bytes}`,
        'content-length': String(to - from + 1),
      });
    }
    case 'beyond':
      return c.body(null, 416, { ...always, 'content-range': `bytes */${bytes}` });
  }
}
