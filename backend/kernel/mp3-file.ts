/** Of layer III, in kilobits per second, by the index in a frame's header: of MPEG 1, and of 2 and 2.5 (ISO/IEC 11172-3, 13818-3). */
const kilobits = {
  full: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const satisfies Record<string, readonly number[]>;

/** Hertz of MPEG 1; half of it in 2, a quarter in 2.5. */
const sampleRates: readonly number[] = [44_100, 48_000, 32_000];
const frameHeaderBytes = 4;
const tagHeaderBytes = 10;
/** Fewer are a few bytes that look like sound. */
const fewestFrames = 4;

interface Frame {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** How long an MPEG layer III file is, by its frames: each must follow on the last, to the tags at the end. */
export function mp3Milliseconds(file: Uint8Array): number | 'unknown' | 'damaged' {
  let at = firstFrameAt(file);
  let frames = 0;
  let milliseconds = 0;
  while (at < file.length) {
    const frame = frameAt(file, at);
    if (frame === null) break;
    if (at + frame.bytes > file.length) return 'damaged';
    at += frame.bytes;
    frames += 1;
    milliseconds += frame.milliseconds;
  }
  if (frames === 0) return 'unknown';
  return frames < fewestFrames || !isEnd(file.subarray(at)) ? 'damaged' : Math.round(milliseconds);
}

/** After an ID3v2 tag, whose length has seven bits in each byte. */
function firstFrameAt(file: Uint8Array): number {
  if (!startsWith(file, 'ID3')) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, tagHeaderBytes);
  return tagHeaderBytes + a * 2 ** 21 + b * 2 ** 14 + c * 2 ** 7 + d;
}

/** Null for what is no frame; those without a bit rate of the table are left to others. */
function frameAt(file: Uint8Array, at: number): Frame | null {
  const [sync = 0, version = 0, rates = 0] = file.subarray(at, at + frameHeaderBytes);
  const isLayer3 = (version & 0b0000_0110) === 0b0000_0010;
  if (sync !== 0xff || version < 0xe0 || !isLayer3) return null;
  const generation = (version >> 3) & 0b11;
  const isFull = generation === 0b11;
  const kilobit = (isFull ? kilobits.full : kilobits.low)[rates >> 4] ?? 0;
  const sampleRate = (sampleRates[(rates >> 2) & 0b11] ?? 0) / dividedBy(generation);
  if (kilobit === 0 || !(sampleRate > 0)) return null;
  const samples = isFull ? 1_152 : 576;
  const padding = (rates >> 1) & 1;
  return {
    bytes: Math.floor(((samples / 8) * kilobit * 1_000) / sampleRate) + padding,
    milliseconds: (samples * 1_000) / sampleRate,
  };
}

function dividedBy(generation: number): number {
  if (generation === 0b11) return 1;
  if (generation === 0b10) return 2;
  return generation === 0b00 ? 4 : Number.POSITIVE_INFINITY;
}

/** Nothing, padding, or one of the tags that are written behind the sound. */
function isEnd(rest: Uint8Array): boolean {
  return startsWith(rest, 'TAG') || startsWith(rest, 'APETAGEX') || rest.every((byte) => byte === 0);
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
