import { describe, expect, it } from 'vitest';
import { nextCallableAt } from '../../../../backend/customers/calling-hours.ts';
import { talk, turnSettings } from '../../../support/conversation.ts';

const officeHours = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;
const inOfficeHours = {
  ...turnSettings,
  callableFrom: (time: Date) => nextCallableAt(officeHours, turnSettings.zone, time),
};

function promised(words: string, settings = inOfficeHours) {
  const { act, say } = talk(['はい', words], settings).last;
  if (act.type !== 'end') throw new Error(`the AI does not end with ${act.type}`);
  return { at: act.nextAction.at, say: say?.text };
}

describe('the time that the AI promises', () => {
  it.each([
    ['今忙しいので土曜日の三時にお電話ください', '2026-11-24T06:00:00.000Z', '11月24日、火曜日の午後3時'],
    ['今忙しいので明日の夜八時にお電話ください', '2026-11-19T00:00:00.000Z', '11月19日、木曜日の午前9時'],
    ['今忙しいので明日の三時にお電話ください', '2026-11-18T06:00:00.000Z', '明日の午後3時'],
  ])('is one at which it may call: 「%s」', (words, at, said) => {
    expect(promised(words)).toEqual({ at, say: expect.stringContaining(said) });
  });

  it('is the one that was named where calls are always allowed', () => {
    expect(promised('今忙しいので土曜日の三時にお電話ください', turnSettings)).toEqual({
      at: '2026-11-21T06:00:00.000Z',
      say: expect.stringContaining('11月21日、土曜日の午後3時'),
    });
  });
});
