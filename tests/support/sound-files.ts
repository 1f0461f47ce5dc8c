interface WavOptions {
  readonly seconds: number;
  /** 1 is PCM, 7 µ-law, 85 an MP3 inside of a WAV. */
  readonly encoding?: number;
  readonly bits?: number;
  readonly bytesPerSecond?: number;
}

/** Silence of 8 kHz, mono. */
export function wavFile({
  seconds,
  encoding = 1,
  bits = 16,
  bytesPerSecond,
}: WavOptions): Buffer<ArrayBuffer> {
  const perSecond = bytesPerSecond ?? 8_000 * (bits / 8);
  const sound = Buffer.alloc(seconds * perSecond);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(encoding, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(8_000, 4);
  format.writeUInt32LE(perSecond, 8);
  format.writeUInt16LE(bits / 8, 12);
  format.writeUInt16LE(bits, 14);
  const chunks = Buffer.concat([
    chunk('fmt ', format),
    chunk('LIST', Buffer.from('odd')),
    chunk('data', sound),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), length(chunks.length + 4), Buffer.from('WAVE'), chunks]);
}

/** Frames without sound, of 24 ms each: MPEG 1, layer III, 64 kbit/s, 48 kHz. */
export function mp3File(seconds: number): Buffer<ArrayBuffer> {
  const frame = Buffer.alloc(192);
  frame.set([0xff, 0xfb, 0x54, 0xc4]);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.024) }, () => frame));
}

function chunk(name: string, content: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from(name),
    length(content.length),
    content,
    Buffer.alloc(content.length % 2),
  ]);
}

function length(bytes: number): Buffer<ArrayBuffer> {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(bytes);
  return field;
}
