import { describe, expect, it } from 'vitest';
import { createHoldAudioRoutes } from '../../../backend/telephony/hold-audio-routes.ts';

const routes = createHoldAudioRoutes();

async function samplesOf(seconds: number): Promise<Int16Array> {
  const response = await routes.request(`/hold.wav?seconds=${seconds}`);
  return new Int16Array((await response.arrayBuffer()).slice(44));
}

describe('GET /audio/hold.wav', () => {
  it('is a sound file that may be kept', async () => {
    const response = await routes.request('/hold.wav');

    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it('says of itself how long it is', async () => {
    const response = await routes.request('/hold.wav');

    const wav = new DataView(await response.arrayBuffer());
    expect(wav.getUint32(4, true)).toBe(wav.byteLength - 8);
    expect(wav.getUint32(24, true)).toBe(8_000);
    expect(wav.getUint32(40, true)).toBe(10 * 8_000 * 2);
  });

  it.each([1, 10, 25])('lasts %i seconds when asked to', async (seconds) => {
    const samples = await samplesOf(seconds);

    expect(samples).toHaveLength(seconds * 8_000);
  });

  it('is quiet, but never silent for a second', async () => {
    const samples = await samplesOf(10);

    const loudest = Array.from({ length: 10 }, (_, second) =>
      Math.max(...samples.subarray(second * 8_000, (second + 1) * 8_000).map(Math.abs)),
    );
    expect(Math.max(...loudest)).toBeLessThan(32_768 / 5);
    expect(Math.min(...loudest)).toBeGreaterThan(500);
  });

  it('repeats after ten seconds without a seam', async () => {
    const samples = await samplesOf(20);

    expect(samples.subarray(80_000)).toEqual(samples.subarray(0, 80_000));
    const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
    expect(steps[79_999]).toBeLessThanOrEqual(Math.max(...steps.subarray(0, 79_999)));
  });

  it.each(['0', '-1', '121', 'x', '1.5'])('is not to be had for %s seconds', async (seconds) => {
    const response = await routes.request(`/hold.wav?seconds=${seconds}`);

    expect(response.status).toBe(400);
  });
});
