const sampleRate = 8_000;
const headerBytes = 44;
const loopSeconds = 10;

/** Hertz; a slow broken chord that comes back to where it began after ten seconds. */
const melody = [
  523.25, 659.25, 783.99, 659.25, 587.33, 698.46, 880, 698.46, 523.25, 659.25, 880, 783.99, 493.88, 587.33,
  783.99, 587.33,
] as const;
const noteSeconds = loopSeconds / melody.length;
/** How many notes are still heard when the next begins. */
const ringingOn = 4;
/** Well below speech. */
const loudness = 0.07;

/** Makes hold audio of our own: a WAV of whole `seconds`, 16 bits at 8 kHz, whose repetition has no seam every ten seconds. */
export function createHoldAudio(): (seconds: number) => Uint8Array<ArrayBuffer> {
  const loop = renderLoop();
  return (seconds) => {
    const wav = new Uint8Array(headerBytes + seconds * sampleRate * 2);
    writeHeader(new DataView(wav.buffer));
    for (let at = headerBytes; at < wav.length; at += loop.length) {
      wav.set(loop.subarray(0, wav.length - at), at);
    }
    return wav;
  };
}

function renderLoop(): Uint8Array {
  const samples = new DataView(new ArrayBuffer(loopSeconds * sampleRate * 2));
  for (let index = 0; index < loopSeconds * sampleRate; index += 1) {
    samples.setInt16(index * 2, Math.round(32_767 * loudness * heardAt(index / sampleRate)), true);
  }
  return new Uint8Array(samples.buffer);
}

/** The sum of the notes that still sound, those of the loop's end among them at its beginning. */
function heardAt(second: number): number {
  const current = Math.floor(second / noteSeconds);
  let sum = 0;
  for (let note = current; note > current - ringingOn; note -= 1) {
    const frequency = melody.at(note) ?? 0;
    sum += tone(frequency, second - note * noteSeconds);
  }
  return sum;
}

/** Like a struck bell: up within 15 ms, then dying away. */
function tone(frequency: number, age: number): number {
  return Math.sin(2 * Math.PI * frequency * age) * Math.min(1, age / 0.015) * Math.exp(-2.5 * age);
}

/** RIFF, one chunk of format (PCM, mono), one of data. */
function writeHeader(wav: DataView): void {
  const dataBytes = wav.byteLength - headerBytes;
  writeText(wav, 0, 'RIFF');
  wav.setUint32(4, wav.byteLength - 8, true);
  writeText(wav, 8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, sampleRate, true);
  wav.setUint32(28, sampleRate * 2, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  writeText(wav, 36, 'data');
  wav.setUint32(40, dataBytes, true);
}

function writeText(wav: DataView, offset: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) wav.setUint8(offset + index, text.charCodeAt(index));
}
