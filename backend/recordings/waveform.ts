/** What the samples of a WAV are, and where. */
interface Samples {
  readonly bits: 8 | 16;
  readonly channels: number;
  /** Of all channels together, without the file's headers. */
  readonly bytes: Uint8Array;
}

const partsAtMost = 400;

/** The loudest moment of each part, 0 to 100: one after the other, so that whoever takes them can let others work in between. */
export function* loudness({ bits, channels, bytes }: Samples): Generator<number> {
  const frameBytes = (bits / 8) * channels;
  const frames = Math.floor(bytes.byteLength / frameBytes);
  const parts = Math.min(partsAtMost, frames);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const amplitudeAt =
    bits === 8
      ? (at: number): number => Math.abs(view.getUint8(at) - 128) / 128
      : (at: number): number => Math.abs(view.getInt16(at, true)) / 32_768;
  for (let part = 0; part < parts; part += 1) {
    const begin = Math.floor((part * frames) / parts) * frameBytes;
    const end = Math.floor(((part + 1) * frames) / parts) * frameBytes;
    let loudest = 0;
    for (let at = begin; at < end; at += bits / 8) loudest = Math.max(loudest, amplitudeAt(at));
    yield Math.round(loudest * 100);
  }
}

const riff = 0x52494646;
const format = 0x666d7420;
const data = 0x64617461;
const pcm = 1;

/** The samples of a whole RIFF WAVE of PCM; null for anything else, and where the file is cut short. */
export function samplesOf(file: Uint8Array): Samples | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 12 || view.getUint32(0) !== riff) return null;
  let known: Omit<Samples, 'bytes'> | null = null;
  for (let at = 12; at + 8 <= file.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const begin = at + 8;
    if (begin + size > file.byteLength) return null;
    if (view.getUint32(at) === format) known = size < 16 ? null : formatAt(view, begin);
    if (view.getUint32(at) === data) {
      return known === null || size === 0 ? null : { ...known, bytes: file.subarray(begin, begin + size) };
    }
    at = begin + size + (size % 2);
  }
  return null;
}

function formatAt(view: DataView, at: number): Omit<Samples, 'bytes'> | null {
  const channels = view.getUint16(at + 2, true);
  const bits = view.getUint16(at + 14, true);
  const isKnown = view.getUint16(at, true) === pcm && channels > 0;
  return isKnown && (bits === 8 || bits === 16) ? { bits, channels } : null;
}
