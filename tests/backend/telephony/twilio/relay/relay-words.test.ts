import { describe, expect, it } from 'vitest';
import { asRead, heardOf } from '../../../../../backend/telephony/twilio/relay/relay-words.ts';

const text = '株式会社つむぎ野の佐々木と申します。';
const readings = [
  { written: '株式会社つむぎ野', reading: 'かぶしきがいしゃつむぎの' },
  { written: '佐々木', reading: 'ささき' },
];

describe('words for a ConversationRelay', () => {
  it('are written as they are read', () => {
    expect(asRead(text, readings)).toBe('かぶしきがいしゃつむぎののささきと申します。');
  });

  it('have no letter that is none', () => {
    expect(asRead('a\u0000b', [])).toBe('a b');
  });
});

describe('what was heard of them', () => {
  it.each([
    ['', ''],
    ['かぶしき', ''],
    ['かぶしきがいしゃつむぎの', '株式会社つむぎ野'],
    ['かぶしきがいしゃつむぎののさ', '株式会社つむぎ野の'],
    ['かぶしきがいしゃ つむぎのの ささき と申', '株式会社つむぎ野の佐々木と申'],
    ['かぶしきがいしゃつむぎののささきと申します。', text],
    ['かぶしきがいしゃつむぎののささきと申します。ほかに', text],
  ])('is of 「%s」 「%s」', (utterance, heard) => {
    expect(heardOf(text, readings, utterance)).toBe(heard);
  });

  it('is counted in letters where none has another reading', () => {
    expect(heardOf('少々お待ちください。', [], '少々お待')).toBe('少々お待');
  });
});
