import { describe, expect, it } from 'vitest';
import { loudness, samplesOf } from '../../../backend/recordings/waveform.ts';

/** A WAV of PCM, 8,000 samples a second, mono. */
function wav(bits: 8 | 16, samples: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(44 + (samples.length * bits) / 8);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(1_000 * bits, 28);
  bytes.writeUInt16LE(bits / 8, 32);
  bytes.writeUInt16LE(bits, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(bytes.length - 44, 40);
  for (const [place, sample] of samples.entries()) {
    if (bits === 8) bytes.writeUInt8(128 + Math.round(sample * 127), 44 + place);
    else bytes.writeInt16LE(Math.round(sample * 32_767), 44 + 2 * place);
  }
  return bytes;
}

function shapeOf(file: Uint8Array): readonly number[] {
  const samples = samplesOf(file);
  return samples === null ? [] : [...loudness(samples)];
}

describe('the waveform of a recording', () => {
  it.each([8, 16] as const)('has the loudest moment of each part, with %i bits a sample', (bits) => {
    const samples = Array.from({ length: 800 }, (_, place) =>
      place < 400 ? 0 : place % 2 === 0 ? -0.5 : 0.2,
    );

    const shape = shapeOf(wav(bits, samples));

    expect(shape).toHaveLength(400);
    expect(new Set(shape.slice(0, 200))).toEqual(new Set([0]));
    for (const part of shape.slice(200)) expect(Math.abs(part - 50)).toBeLessThanOrEqual(1);
  });

  it('has no more parts than samples', () => {
    expect(shapeOf(wav(16, [0.1, 1, -1]))).toEqual([10, 100, 100]);
  });

  it('is not made of what is cut short, or is no WAV of PCM', () => {
    const whole = wav(16, [0.1, 0.2]);
    const compressed = Uint8Array.from(whole);
    compressed[20] = 7;

    expect([whole.subarray(0, 45), compressed, new Uint8Array(60)].map(shapeOf)).toEqual([[], [], []]);
  });
});
