import { describe, expect, it } from 'vitest';
import { joinSpeech, recognise } from '../../../../backend/simulator/twiml/recognised-speech.ts';
import { speechDurationMs } from '../../../../backend/simulator/twiml/speech-duration.ts';

const utterance = { text: 'あいうえおかきくけこ', confidence: 0.9, durationMs: 1_000 };

describe('recognise', () => {
  it('understands what was heard whole', () => {
    expect(recognise(utterance, 0, 1_000)).toEqual({ text: 'あいうえおかきくけこ', confidence: 0.9 });
  });

  it('understands only the stretch that was listened to', () => {
    expect(recognise(utterance, 500, 1_000)?.text).toBe('かきくけこ');
    expect(recognise(utterance, 0, 300)?.text).toBe('あいう');
  });

  it('has nothing from less than 200 ms', () => {
    expect(recognise(utterance, 850, 1_000)).toBeNull();
    expect(recognise({ text: 'はい', confidence: 0.9, durationMs: 150 }, 0, 150)).toBeNull();
  });

  it('has nothing from a sound without words', () => {
    expect(recognise({ ...utterance, text: '' }, 0, 1_000)).toBeNull();
  });
});

describe('joinSpeech', () => {
  it('joins Japanese without a space and English with one, and is as sure as of the worst part', () => {
    expect(
      joinSpeech([
        { text: 'はい', confidence: 0.9 },
        { text: '山田です', confidence: 0.5 },
      ]),
    ).toEqual({ text: 'はい山田です', confidence: 0.5 });
    expect(
      joinSpeech([
        { text: 'Hello', confidence: 1 },
        { text: 'there', confidence: 1 },
      ]).text,
    ).toBe('Hello there');
  });
});

describe('speechDurationMs', () => {
  it('counts seven Japanese or fifteen other characters to the second', () => {
    expect(speechDurationMs('あいうえおかき')).toBe(1_000);
    expect(speechDurationMs('abcdefghijklmno')).toBe(1_000);
  });

  it('is never shorter than a breath', () => {
    expect(speechDurationMs('ん')).toBe(300);
  });
});
