import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes the console's four sounds: soft, short, and told apart without looking. Run after a change, and commit the result.

const sampleRate = 16_000;
const folder = fileURLToPath(new URL('../resources/sounds', import.meta.url));

interface Note {
  readonly hertz: number;
  /** Seconds from the beginning. */
  readonly at: number;
  /** Seconds until it has faded to a third. */
  readonly fade: number;
  readonly loudness: number;
}

const note = (hertz: number, at: number, fade = 0.18, loudness = 0.35): Note => ({
  hertz,
  at,
  fade,
  loudness,
});

const sounds = {
  // Repeats without a seam: it is silent at both ends.
  ring: { seconds: 2.4, notes: [note(659, 0), note(988, 0.16), note(659, 0.5), note(988, 0.66)] },
  connected: { seconds: 1.1, notes: [note(587, 0, 0.12), note(880, 0.12, 0.16)] },
  ended: { seconds: 1.1, notes: [note(880, 0, 0.12), note(587, 0.12, 0.16)] },
  error: { seconds: 1.1, notes: [note(233, 0, 0.1, 0.45), note(220, 0.22, 0.16, 0.45)] },
};

await mkdir(folder, { recursive: true });
for (const [name, { seconds, notes }] of Object.entries(sounds)) {
  await writeFile(join(folder, `${name}.wav`), wavFile(samples(seconds, notes)));
}

function samples(seconds: number, notes: readonly Note[]): Int16Array {
  return Int16Array.from({ length: seconds * sampleRate }, (_, index) => {
    const at = index / sampleRate;
    const sum = notes.reduce((total, played) => total + wave(played, at - played.at), 0);
    return Math.round(Math.tanh(sum) * 32_767);
  });
}

/** A struck bar: a tone with one overtone that fades sooner, after a few milliseconds' attack. */
function wave({ hertz, fade, loudness }: Note, since: number): number {
  if (since < 0) return 0;
  const attack = Math.min(1, since / 0.006);
  const tone = Math.sin(2 * Math.PI * hertz * since) * Math.exp(-since / fade);
  const overtone = Math.sin(2 * Math.PI * hertz * 4 * since) * Math.exp((-4 * since) / fade);
  return loudness * attack * (tone + 0.2 * overtone);
}

/** PCM, 16 bits, one channel. http://soundfile.sapp.org/doc/WaveFormat/ */
function wavFile(content: Int16Array): Buffer {
  const data = Buffer.from(content.buffer);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'ascii');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'ascii');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'ascii');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
