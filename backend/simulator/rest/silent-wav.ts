const SAMPLES_PER_SECOND = 8_000;
const HEADER_BYTES = 44;
/** The middle of unsigned 8-bit samples. */
const SILENCE = 0x80;

/** A WAV file (PCM, mono, 8 bits, 8 kHz) of so many seconds without a sound: the simulator keeps no sound of its recordings. */
export function silentWav(seconds: number): Uint8Array<ArrayBuffer> {
  const dataBytes = seconds * SAMPLES_PER_SECOND;
  const file = new Uint8Array(HEADER_BYTES + dataBytes).fill(SILENCE);
  const header = new DataView(file.buffer, 0, HEADER_BYTES);
  const text = (at: number, characters: string): void => {
    for (const [index, character] of [...characters].entries())
      header.setUint8(at + index, character.charCodeAt(0));
  };
  text(0, 'RIFF');
  header.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  text(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLES_PER_SECOND, true);
  header.setUint32(28, SAMPLES_PER_SECOND, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  text(36, 'data');
  header.setUint32(40, dataBytes, true);
  return file;
}
