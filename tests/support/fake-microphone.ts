import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE_RATE = 48_000;
const SECONDS = 2;
const HEADER_BYTES = 44;

/** Chromium's arguments for a microphone that hums a steady tone. The file is put into `folder`. */
export function fakeMicrophone(folder: string, frequencyHz: number): readonly string[] {
  const path = join(folder, `tone-${frequencyHz}.wav`);
  writeFileSync(path, toneWav(frequencyHz));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${path}`,
  ];
}

function toneWav(frequencyHz: number): Buffer {
  const samples = SAMPLE_RATE * SECONDS;
  const wav = Buffer.alloc(HEADER_BYTES + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    const sample = 8_000 * Math.sin((2 * Math.PI * frequencyHz * i) / SAMPLE_RATE);
    wav.writeInt16LE(Math.round(sample), HEADER_BYTES + i * 2);
  }
  return wav;
}
