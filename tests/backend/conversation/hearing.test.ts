import { describe, expect, it } from 'vitest';
import {
  brokenOff,
  guessed,
  joined,
  nextRound,
  overheard,
  spokenOver,
  wordsOf,
} from '../../../backend/conversation/hearing.ts';

const at = new Date('2026-11-24T01:00:00Z');

describe('hearing', () => {
  it('takes the newest guess of the round for what is being said', () => {
    const hearing = guessed(guessed(null, '結構で', at), '結構です', at);

    expect(wordsOf(hearing)).toBe('結構です');
  });

  it('keeps what was said over the opening, and goes on with what the round hears', () => {
    const before = overheard(null, { text: '結構です。', final: true, at });

    expect(wordsOf(guessed(before, '失礼します', at))).toBe('結構です。失礼します');
  });

  it('remembers that they spoke over us, whatever is heard of it', () => {
    const interrupted = spokenOver(null);

    expect(nextRound(interrupted)).toMatchObject({ spokeOver: true, overheard: '' });
    expect(guessed(interrupted, 'はい', at)).toMatchObject({ spokeOver: true, guess: 'はい' });
  });

  it('needs no transcription of words that the round hears by itself', () => {
    const hearing = guessed(null, '結構です', at);

    expect(overheard(hearing, { text: '結構です', final: true, at })).toBeNull();
  });

  it('replaces a guess of the transcription by what it is sure of', () => {
    const hearing = overheard(null, { text: '決行', final: false, at });

    expect(overheard(hearing, { text: '結構です', final: true, at })).toMatchObject({
      overheard: '結構です',
      guess: '',
    });
  });

  it('forgets guesses when a round has passed, and not what is sure', () => {
    expect(nextRound(guessed(null, 'あの', at))).toBeNull();
    expect(nextRound(overheard(null, { text: '結構です', final: true, at }))).toMatchObject({
      overheard: '結構です',
      guessedBy: 'nobody',
    });
  });

  it('keeps a guess that nobody could hear the end of, and takes it for sure', () => {
    const hearing = brokenOff(guessed(overheard(null, { text: 'いえ。', final: true, at }), '結構です', at));

    expect(hearing).toMatchObject({ overheard: 'いえ。結構です', guess: '', guessedBy: 'nobody' });
    expect(nextRound(hearing)).toEqual(hearing);
    expect(brokenOff(null)).toBeNull();
  });

  it.each([
    ['', 'はい', 'はい'],
    ['はい', '', 'はい'],
    ['はい、結構です。', '結構です', 'はい、結構です。'],
    ['結構です', 'はい、結構です。', 'はい、結構です。'],
    ['はい', '結構です', 'はい。結構です'],
  ])('joins 「%s」 and 「%s」 to 「%s」', (first, second, both) => {
    expect(joined(first, second)).toBe(both);
  });
});
