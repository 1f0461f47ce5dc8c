import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../backend/reports/refusal.ts';

describe('refusalOf', () => {
  it.each([
    ['営業のお電話はお断りしております。', 'no-sales-calls'],
    ['間に合っておりますので結構です。', 'already-served'],
    ['もう他社さんにお願いしていますので。', 'already-served'],
    ['うちには必要ありません。', 'no-need'],
    ['今は予算がございません。', 'no-budget'],
    ['そういったことは本社で決めております。', 'not-decided-here'],
    ['もう二度とかけてこないでください。', 'never-again'],
    ['ではそういうことで。', 'other'],
    ['', 'other'],
  ] as const)('takes 「%s」 for %s', (words, why) => {
    expect(refusalOf(words)).toBe(why);
  });
});
