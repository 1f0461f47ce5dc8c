import { describe, expect, it } from 'vitest';
import { SILENCE } from '../../../../backend/simulator/media/frame.ts';
import { measureSound } from '../../../../backend/simulator/media/measure-sound.ts';
import {
  createTone,
  createVoice,
  type SoundSource,
} from '../../../../backend/simulator/media/sound-source.ts';

const frames = (source: SoundSource, count: number): Int16Array[] => Array.from({ length: count }, source);

describe('measureSound', () => {
  it.each([220, 440, 1_000, 3_000])('finds a tone of %i Hz', (frequency) => {
    const sound = measureSound(frames(createTone(frequency, 8_000), 25));

    expect(Math.abs((sound.frequencyHz ?? 0) - frequency)).toBeLessThanOrEqual(10);
  });

  it('finds the pitch of a voice through its syllables', () => {
    const voice = createVoice(300);
    voice.say(1_000);

    const sound = measureSound(frames(() => voice.read() ?? SILENCE, 50));

    expect(Math.abs((sound.frequencyHz ?? 0) - 300)).toBeLessThanOrEqual(10);
  });

  it('finds the stronger of two tones', () => {
    const loud = createTone(500, 8_000);
    const soft = createTone(1_200, 2_000);
    const both = (): Int16Array => {
      const other = soft();
      return loud().map((sample, index) => sample + (other[index] ?? 0));
    };

    const sound = measureSound(frames(both, 25));

    expect(Math.abs((sound.frequencyHz ?? 0) - 500)).toBeLessThanOrEqual(10);
  });

  it('measures a sine of full scale at 3 dB below it', () => {
    expect(measureSound(frames(createTone(1_000, 32_767), 25)).levelDb).toBeCloseTo(-3.01, 1);
  });

  it('hears no frequency in silence, nor in nothing', () => {
    expect(measureSound([SILENCE])).toEqual({ levelDb: Number.NEGATIVE_INFINITY, frequencyHz: null });
    expect(measureSound([])).toEqual({ levelDb: Number.NEGATIVE_INFINITY, frequencyHz: null });
  });
});
