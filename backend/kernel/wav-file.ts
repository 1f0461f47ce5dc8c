const riff = 0x52494646;
const format = 0x666d7420;
const data = 0x64617461;
const headerBytes = 12;
const chunkHeaderBytes = 8;
const formatBytes = 16;

/** PCM of 8 or 16 bits, or telephony's own µ-law. */
const playable: readonly { readonly encoding: number; readonly bits: readonly number[] }[] = [
  { encoding: 1, bits: [8, 16] },
  { encoding: 7, bits: [8] },
];

interface WavFormat {
  readonly isPlayable: boolean;
  readonly bytesPerSecond: number;
}

/** How long a RIFF WAVE is, by its format and its data. `damaged` where they contradict each other or the length of the file. */
export function wavMilliseconds(bytes: Uint8Array): number | 'unknown' | 'damaged' {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.byteLength < headerBytes || file.getUint32(0) !== riff) return 'unknown';
  let heard: WavFormat | null = null;
  for (let at = headerBytes; at + chunkHeaderBytes <= file.byteLength; ) {
    const size = file.getUint32(at + 4, true);
    const begin = at + chunkHeaderBytes;
    if (begin + size > file.byteLength) return 'damaged';
    if (file.getUint32(at) === format) heard = size < formatBytes ? null : readFormat(file, begin);
    if (file.getUint32(at) === data) return lengthOf(size, heard);
    at = begin + size + (size % 2);
  }
  return 'damaged';
}

/** Null for numbers that do not fit together. */
function readFormat(file: DataView, at: number): WavFormat | null {
  const encoding = file.getUint16(at, true);
  const channels = file.getUint16(at + 2, true);
  const samplesPerSecond = file.getUint32(at + 4, true);
  const bytesPerSecond = file.getUint32(at + 8, true);
  const bits = file.getUint16(at + 14, true);
  const isKnown = playable.some((one) => one.encoding === encoding && one.bits.includes(bits));
  if (!isKnown) return { isPlayable: false, bytesPerSecond };
  const fits = bytesPerSecond > 0 && bytesPerSecond === (samplesPerSecond * channels * bits) / 8;
  return fits ? { isPlayable: true, bytesPerSecond } : null;
}

function lengthOf(size: number, heard: WavFormat | null): number | 'unknown' | 'damaged' {
  if (heard === null || size === 0) return 'damaged';
  return heard.isPlayable ? Math.round((size * 1_000) / heard.bytesPerSecond) : 'unknown';
}
