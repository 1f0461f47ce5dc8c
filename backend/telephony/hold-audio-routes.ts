import { Hono } from 'hono';
import { z } from 'zod';
import { createHoldAudio } from './hold-audio.ts';

const querySchema = z.object({ seconds: z.coerce.number().int().min(1).max(120).default(10) });

/** To be mounted at `/audio`. Anyone may fetch it; the carrier keeps it for a day, so that it starts without delay. */
export function createHoldAudioRoutes(): Hono {
  const holdAudio = createHoldAudio();
  return new Hono().get('/hold.wav', (c) => {
    const query = querySchema.safeParse(c.req.query());
    if (!query.success) return c.body(null, 400);
    return c.body(holdAudio(query.data.seconds), 200, {
      'content-type': 'audio/wav',
      'cache-control': 'public, max-age=86400',
    });
  });
}
