const BIAS = 0x84;
const CLIP = 32_635;
const EXPONENTS = 8;

const DECODED = Int16Array.from({ length: 256 }, (_, byte) => expand(byte));

/** G.711 µ-law (ITU-T G.711), as RTP payload type 0 carries it: one byte a sample. */
export function encodeMuLaw(samples: Int16Array): Uint8Array {
  const encoded = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) encoded[i] = compress(samples[i] ?? 0);
  return encoded;
}

export function decodeMuLaw(encoded: Uint8Array): Int16Array {
  const samples = new Int16Array(encoded.length);
  for (let i = 0; i < encoded.length; i++) samples[i] = DECODED[encoded[i] ?? 0] ?? 0;
  return samples;
}

function compress(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - (EXPONENTS - 1);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function expand(byte: number): number {
  const inverted = ~byte & 0xff;
  const exponent = (inverted >> 4) & 0x07;
  const magnitude = ((((inverted & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return (inverted & 0x80) === 0 ? magnitude : -magnitude;
}
