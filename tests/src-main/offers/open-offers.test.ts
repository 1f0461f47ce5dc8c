import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../backend/contract/handoffs.ts';
import { announcedOffers, watchOfferExpiry } from '../../../src-main/offers/open-offers.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

const now = Date.parse('2026-11-22T01:00:10.000Z');
const late = offer('a', { deadline: '2026-11-22T01:00:25.000Z' });
const soon = offer('b', { deadline: '2026-11-22T01:00:15.000Z' });

describe('announcedOffers', () => {
  it('are the open ones', () => {
    expect(announcedOffers(signedIn({ offers: [soon] }))).toEqual([soon]);
  });

  it('are none for an agent who does not want to be disturbed', () => {
    const state = signedIn({
      offers: [soon],
      presence: {
        kind: 'signed-in',
        name: '佐藤花子',
        presence: 'busy',
        busyReason: 'do-not-disturb',
        withinWorkingHours: true,
      },
    });

    expect(announcedOffers(state)).toEqual([]);
  });

  it('are none either while the server, which cannot be heard, may think otherwise', () => {
    const state = signedIn({
      offers: [soon],
      presence: { kind: 'disconnected', name: '佐藤花子', busyReason: 'do-not-disturb' },
    });

    expect(announcedOffers(state)).toEqual([]);
  });

  it('are also then the one that brings an agent back to their own customer', () => {
    const own = offer('d', { step: 'return' });
    const state = signedIn({
      offers: [soon, own],
      presence: {
        kind: 'signed-in',
        name: '佐藤花子',
        presence: 'busy',
        busyReason: 'do-not-disturb',
        withinWorkingHours: true,
      },
    });

    expect(announcedOffers(state)).toEqual([own]);
  });
});

describe('watchOfferExpiry', () => {
  function watched() {
    const waits: number[] = [];
    const cancelled: number[] = [];
    const expired: (readonly Offer[])[] = [];
    let act = (): void => undefined;
    let time = now;
    const follow = watchOfferExpiry({
      now: () => time,
      after: (ms, whenOver) => {
        waits.push(ms);
        act = whenOver;
        return () => void cancelled.push(ms);
      },
      onExpired: (left) => expired.push(left),
    });
    return {
      follow,
      waits,
      cancelled,
      expired,
      pass: (ms: number) => {
        time += ms;
        act();
      },
    };
  }

  it('tells what is left when the time of the most urgent offer is up', () => {
    const { follow, waits, expired, pass } = watched();
    follow(signedIn({ offers: [soon, late] }));

    pass(5_000);

    expect(waits).toEqual([5_000]);
    expect(expired).toEqual([[late]]);
  });

  it('waits no longer for an offer that has ended otherwise', () => {
    const { follow, waits, cancelled } = watched();
    follow(signedIn({ offers: [soon] }));

    follow(signedIn({ offers: [] }));

    expect(waits).toEqual([5_000]);
    expect(cancelled).toEqual([5_000]);
  });
});
