import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callResultSchema, callStatusSchema } from '../../../../backend/contract/vocabulary.ts';
import {
  addressOf,
  type HistoryPlace,
  historyPlaceFrom,
  lengths,
  wantedBy,
} from '../../../../src-renderer/features/history/history-place.ts';

const zone = 'Asia/Tokyo';
const now = Date.parse('2026-11-20T05:00:00Z');

const typed = fc.option(fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }), { nil: undefined });
const anyPlace: fc.Arbitrary<HistoryPlace> = fc.record(
  {
    search: typed.filter((text) => text === undefined || text.length <= 100),
    phrase: typed.filter((text) => text === undefined || text.length <= 100),
    period: fc.constantFrom('today', 'last-30-days', '2026-11-01~2026-11-20'),
    result: fc.constantFrom(...callResultSchema.options),
    status: fc.constantFrom(...callStatusSchema.options),
    length: fc.constantFrom(...lengths),
    handedOver: fc.constantFrom('yes', 'no'),
  },
  { requiredKeys: [] },
);

describe('the address of a history', () => {
  it('keeps whatever was typed and chosen', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const [, query = ''] = addressOf(place).split('?');

        expect(historyPlaceFrom(query)).toEqual(place);
      }),
    );
  });

  it('leaves out what nobody could have chosen', () => {
    const query = 'result=won&status=completed&period=2026-13-01~x&agent=&length=7&other=1';

    expect(historyPlaceFrom(query)).toEqual({ status: 'completed' });
  });

  it('keeps the call that is open beside the list', () => {
    expect(addressOf({ result: 'success' }, 'call_1')).toBe('/history/call_1?result=success');
    expect(addressOf({}, 'call_1')).toBe('/history/call_1');
  });
});

describe('wantedBy', () => {
  it('asks for whole days of the reader', () => {
    const { from, to } = wantedBy({ period: 'yesterday' }, zone, now);

    expect([from, to]).toEqual(['2026-11-18T15:00:00.000Z', '2026-11-19T15:00:00.000Z']);
  });

  it.each([
    ['under-1', 1, 59],
    ['1-to-3', 60, 179],
    ['3-to-10', 180, 599],
  ] as const)('has in %s calls from %s to %s seconds', (length, least, most) => {
    const { longerThan, shorterThan } = wantedBy({ length }, zone, now);

    expect([longerThan, shorterThan]).toEqual([least - 1, most + 1]);
  });

  it('does not ask for a single letter, which would be found everywhere', () => {
    expect(wantedBy({ phrase: ' 電 ' }, zone, now).phrase).toBeUndefined();
    expect(wantedBy({ phrase: ' 電話 ' }, zone, now).phrase).toBe('電話');
  });

  it('asks for no days where the last one is before the first', () => {
    expect(wantedBy({ period: '2026-11-20~2026-11-01' }, zone, now).from).toBeUndefined();
  });
});
