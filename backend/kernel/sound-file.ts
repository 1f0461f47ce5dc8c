import { mp3Milliseconds } from './mp3-file.ts';
import { wavMilliseconds } from './wav-file.ts';

export type SoundMedia = 'audio/mpeg' | 'audio/wav';

/** What a file is by its bytes, whatever it was declared as. */
export type SoundFile =
  | { readonly type: 'sound'; readonly media: SoundMedia; readonly milliseconds: number }
  /** Neither an MP3 nor a WAV, or a WAV that is encoded in a way that telephony does not play. */
  | { readonly type: 'unknown' }
  /** It begins as one, but does not go on as one to its end. */
  | { readonly type: 'damaged' };

/** Reads the whole file, so that what is taken for sound is nothing else. */
export function readSoundFile(bytes: Uint8Array): SoundFile {
  const media = mediaOf(bytes);
  if (media === null) return { type: 'unknown' };
  const milliseconds = media === 'audio/wav' ? wavMilliseconds(bytes) : mp3Milliseconds(bytes);
  if (milliseconds === 'unknown') return { type: 'unknown' };
  return milliseconds === 'damaged' ? { type: 'damaged' } : { type: 'sound', media, milliseconds };
}

function mediaOf(bytes: Uint8Array): SoundMedia | null {
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WAVE')) return 'audio/wav';
  const [first = 0, second = 0] = bytes;
  return startsWith(bytes, 0, 'ID3') || (first === 0xff && second >= 0xe0) ? 'audio/mpeg' : null;
}

function startsWith(bytes: Uint8Array, at: number, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}
