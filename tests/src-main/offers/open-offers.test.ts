import { describe, expect, it } from 'vitest';
import { announcedOffers, openOffers, watchOfferExpiry } from '../../../src-main/offers/open-offers.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

const now = Date.parse('2026-11-22T01:00:10.000Z');
const late = offer('a', { deadline: '2026-11-22T01:00:25.000Z' });
const soon = offer('b', { deadline: '2026-11-22T01:00:15.000Z' });
const over = offer('c', { deadline: '2026-11-22T01:00:10.000Z' });

describe('openOffers', () => {
  it('keeps those that can still be answered, the most urgent first', () => {
    expect(openOffers([late, over, soon], now)).toEqual([soon, late]);
  });
});

describe('announcedOffers', () => {
  it('are the open ones', () => {
    expect(announcedOffers(signedIn({ offers: [soon] }))).toEqual([soon]);
  });

  it('are none for an agent who does not want to be disturbed', () => {
    const state = signedIn({
      offers: [soon],
      presence: { kind: 'signed-in', name: '佐藤花子', presence: 'busy', busyReason: 'do-not-disturb' },
    });

    expect(announcedOffers(state)).toEqual([]);
  });
});

describe('watchOfferExpiry', () => {
  function watched() {
    const waits: number[] = [];
    const cancelled: number[] = [];
    const expired: string[] = [];
    let act = (): void => undefined;
    const follow = watchOfferExpiry({
      now: () => now,
      after: (ms, whenOver) => {
        waits.push(ms);
        act = whenOver;
        return () => void cancelled.push(ms);
      },
      onExpired: () => expired.push('expired'),
    });
    return { follow, waits, cancelled, expired, pass: () => act() };
  }

  it('tells when the time of the most urgent offer is up', () => {
    const { follow, waits, expired, pass } = watched();
    follow(signedIn({ offers: [soon, late] }));

    pass();

    expect(waits).toEqual([5_000]);
    expect(expired).toEqual(['expired']);
  });

  it('waits no longer for an offer that has ended otherwise', () => {
    const { follow, waits, cancelled } = watched();
    follow(signedIn({ offers: [soon] }));

    follow(signedIn({ offers: [] }));

    expect(waits).toEqual([5_000]);
    expect(cancelled).toEqual([5_000]);
  });
});
