import { Hono } from 'hono';
import { z } from 'zod';
import { templateAudioQuerySchema, templateSetSchema } from '../contract/templates.ts';
import { limitBodies } from '../http/body-limit.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ApiEnv } from '../http/identify.ts';
import { validated } from '../http/validated.ts';
import type { Log } from '../kernel/log.ts';
import { spokenFile, type TemplateAudioService } from './template-audio-service.ts';
import type { TemplateAudioStore } from './template-audio-store.ts';

interface TemplateAudioRoutesOptions {
  readonly audio: TemplateAudioService;
  readonly log: Log;
}

/** Where a body is a sound file, not JSON. */
export const templateAudioPath = '/api/agents/templates/:key/audio';

const mostBytes = 2 * 1_024 * 1_024;
const soundMedia = ['audio/mpeg', 'audio/wav'] as const;
const keyParamSchema = z.object({ key: z.string() });

/** `/agents/templates/:key/audio`: a sound file that is played instead of a text. */
export function templateAudioRoutes({ audio, log }: TemplateAudioRoutesOptions) {
  return new Hono<ApiEnv>()
    .get(
      '/templates/:key/audio',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Listen to the audio that is played instead of a text of yours',
        answer: { status: 200, schema: z.string(), media: soundMedia },
        refusals: ['not-found'],
      }),
      validated('param', keyParamSchema),
      (c) => {
        const { media, bytes } = audio.find(c.var.caller.id, c.req.valid('param').key);
        return c.body(bytes, 200, { 'content-type': media, 'cache-control': 'no-store' });
      },
    )
    .put(
      '/templates/:key/audio',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Have a sound file played instead of a text of yours',
        detail: `The body is the file: an MP3, or a WAV of PCM (8 or 16 bits) or µ-law, of ${mostBytes} bytes and 20 seconds at most. It is judged by its content. It is played as long as the text in force is the one that it says, from the next call on.`,
        body: soundMedia,
        answer: { status: 200, schema: templateSetSchema },
        refusals: [
          'audio-unknown',
          'audio-damaged',
          'audio-too-long',
          'text-has-variables',
          'changed-elsewhere',
          'not-allowed',
          'not-found',
          'too-large',
        ],
      }),
      validated('query', templateAudioQuerySchema),
      validated('param', keyParamSchema),
      limitBodies(log, mostBytes),
      async (c) => {
        const { basedOn } = c.req.valid('query');
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        return c.json(audio.set(c.var.caller.id, c.req.valid('param').key, { basedOn, bytes }));
      },
    )
    .delete(
      '/templates/:key/audio',
      endpoint({
        access: 'signed-in',
        tag: 'agents',
        summary: 'Have a text of yours spoken again',
        answer: { status: 200, schema: templateSetSchema },
        refusals: ['not-found', 'not-allowed'],
      }),
      validated('param', keyParamSchema),
      (c) => c.json(audio.remove(c.var.caller.id, c.req.valid('param').key)),
    );
}

const fileName = /^[\da-f]{64}\.(?:mp3|wav)$/;

/** To be mounted at `/audio`. The carrier has no session; a name is the hash of what it names, and cannot be guessed. */
export function spokenAudioRoutes(files: Pick<TemplateAudioStore, 'bytesOf'>): Hono {
  return new Hono().get('/templates/:file', (c) => {
    const name = c.req.param('file');
    const found = fileName.test(name) ? spokenFile(files, name) : null;
    if (found === null) return c.body(null, 404);
    return c.body(found.bytes, 200, {
      'content-type': found.media,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });
}
