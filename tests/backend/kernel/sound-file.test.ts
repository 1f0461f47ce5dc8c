import { describe, expect, it } from 'vitest';
import { readSoundFile } from '../../../backend/kernel/sound-file.ts';
import { createHoldAudio } from '../../../backend/telephony/hold-audio.ts';
import { mp3File, wavFile } from '../../support/sound-files.ts';

const id3 = Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0, 0, 0, 1, 2]), Buffer.alloc(130, 0xff)]);

describe('readSoundFile', () => {
  it.each([
    ['of 16 bits', wavFile({ seconds: 3 })],
    ['of 8 bits', wavFile({ seconds: 3, bits: 8 })],
    ['of µ-law', wavFile({ seconds: 3, bits: 8, encoding: 7 })],
    ['of our own', createHoldAudio()(3)],
  ])('knows how long a WAV %s is', (_what, file) => {
    expect(readSoundFile(file)).toEqual({ type: 'sound', media: 'audio/wav', milliseconds: 3_000 });
  });

  it.each([
    ['bare', mp3File(6)],
    ['behind a tag', Buffer.concat([id3, mp3File(6)])],
    ['before a tag', Buffer.concat([mp3File(6), Buffer.from('TAG'), Buffer.alloc(125, 0x20)])],
    ['padded', Buffer.concat([mp3File(6), Buffer.alloc(10)])],
  ])('knows how long an MP3 is, %s', (_how, file) => {
    expect(readSoundFile(file)).toEqual({ type: 'sound', media: 'audio/mpeg', milliseconds: 6_000 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('こんにちは。これは音声ではありません。')],
    ['an Ogg file', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(200)])],
    ['a WAV in another encoding', wavFile({ seconds: 1, encoding: 85 })],
    ['a WAV of 24 bits', wavFile({ seconds: 1, bits: 24 })],
    [
      'AAC, which begins nearly as an MP3',
      Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80]), Buffer.alloc(200)]),
    ],
  ])('does not take %s for sound that can be played', (_what, file) => {
    expect(readSoundFile(file)).toEqual({ type: 'unknown' });
  });

  it.each([
    ['a WAV that was cut short', wavFile({ seconds: 2 }).subarray(0, -100)],
    ['a WAV without sound', wavFile({ seconds: 0 })],
    ['a WAV that says two things about itself', wavFile({ seconds: 1, bytesPerSecond: 9_000 })],
    ['the beginning of a WAV', wavFile({ seconds: 1 }).subarray(0, 30)],
    ['an MP3 that was cut short', mp3File(2).subarray(0, -100)],
    ['an MP3 with something else in it', Buffer.concat([mp3File(2), Buffer.from('<script>'), mp3File(2)])],
    ['a few bytes like an MP3', mp3File(0.048)],
  ])('finds %s damaged', (_what, file) => {
    expect(readSoundFile(file)).toEqual({ type: 'damaged' });
  });
});
