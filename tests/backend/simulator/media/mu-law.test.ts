import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMuLaw, encodeMuLaw } from '../../../../backend/simulator/media/mu-law.ts';

describe('µ-law', () => {
  it('codes the corner values as G.711 lists them', () => {
    const coded = encodeMuLaw(Int16Array.from([0, -1, 32_635, -32_635, 32_767, -32_768]));

    expect([...coded]).toEqual([0xff, 0x7f, 0x80, 0x00, 0x80, 0x00]);
  });

  it('decodes the corner values as G.711 lists them', () => {
    const samples = decodeMuLaw(Uint8Array.from([0xff, 0x7f, 0x80, 0x00]));

    expect([...samples]).toEqual([0, -0, 32_124, -32_124].map((sample) => sample + 0));
  });

  it('gives every code back unchanged, but for the negative zero', () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);

    const again = encodeMuLaw(decodeMuLaw(codes));

    expect([...again]).toEqual([...codes].map((code) => (code === 0x7f ? 0xff : code)));
  });

  it('stays within a sixteenth of any sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_635, max: 32_635 }), (sample) => {
        const [decoded = Number.NaN] = decodeMuLaw(encodeMuLaw(Int16Array.of(sample)));

        expect(Math.abs(decoded - sample)).toBeLessThanOrEqual(8 + Math.abs(sample) / 16);
      }),
    );
  });
});
