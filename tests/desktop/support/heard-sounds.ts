import type { Page } from '@playwright/test';
import { z } from 'zod';

const soundSchema = z.object({
  file: z.string(),
  device: z.string(),
  playing: z.boolean(),
  /** Seconds into the sound. */
  at: z.number(),
});
export type HeardSound = z.infer<typeof soundSchema>;

/** To be put into a page before its own scripts. */
export const soundNotes = `
  const players = new Set();
  const { play } = HTMLAudioElement.prototype;
  HTMLAudioElement.prototype.play = function () {
    players.add(this);
    return play.call(this);
  };
  window.heardSounds = () =>
    [...players].map(({ src, sinkId, paused, currentTime }) =>
      ({ file: src, device: sinkId, playing: !paused, at: currentTime }));
`;

/** Every sound that the page has begun, as it is now. */
export async function heardSounds(page: Page): Promise<HeardSound[]> {
  return z.array(soundSchema).parse(await page.evaluate('window.heardSounds()'));
}
