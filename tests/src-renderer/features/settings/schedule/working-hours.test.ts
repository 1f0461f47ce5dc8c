import { describe, expect, it } from 'vitest';
import { workingHoursSchema } from '../../../../../backend/contract/agents.ts';
import { workingHoursInWords } from '../../../../../src-renderer/features/settings/schedule/working-hours.ts';

const day = { from: 540, to: 1_080 };
const whole = { from: 0, to: 1_440 };
const short = { from: 570, to: 780 };

describe('workingHoursInWords', () => {
  it.each([
    ['a plain week', [day, day, day, day, day, null, null], ['月～金 9:00～18:00']],
    [
      'a short day in between',
      [day, day, short, day, null, null, null],
      ['月～火 9:00～18:00', '水 9:30～13:00', '木 9:00～18:00'],
    ],
    ['days that never end', [whole, whole, day, null, null, null, null], ['月～火 終日', '水 9:00～18:00']],
    ['a week off', [null, null, null, null, null, null, null], []],
  ])('tells %s', (_what, hours, words) => {
    expect(workingHoursInWords(workingHoursSchema.parse(hours), 'ja')).toEqual(words);
  });
});
