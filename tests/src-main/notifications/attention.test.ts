import { describe, expect, it } from 'vitest';
import { createAttention } from '../../../src-main/notifications/attention.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

/** A dock that bounces for each that asks, until that one has had enough. */
function attention({ isWanted = true } = {}) {
  const bouncing = new Set<number>();
  const badges: number[] = [];
  const flashes: boolean[] = [];
  let bounces = 0;
  const follow = createAttention({
    app: {
      setBadgeCount: (count) => badges.push(count ?? 0) > 0,
      dock: {
        bounce: () => {
          bounces += 1;
          bouncing.add(bounces);
          return bounces;
        },
        cancelBounce: (id) => void bouncing.delete(id),
      },
    },
    isWanted: () => isWanted,
    flashConsole: (on) => flashes.push(on),
  });
  return { follow, bouncing, badges, flashes, bounces: () => bounces };
}

const one = signedIn({ offers: [offer('a')] });
const two = signedIn({ offers: [offer('a'), offer('b')] });
const none = signedIn();

describe('createAttention', () => {
  it('counts, flashes and bounces when an offer comes, and stops when it is gone', () => {
    const { follow, bouncing, badges, flashes } = attention();

    follow(one);
    const during = bouncing.size;
    follow(none);

    expect(during).toBe(1);
    expect(bouncing.size).toBe(0);
    expect(badges).toEqual([1, 0]);
    expect(flashes).toEqual([true, false]);
  });

  it('nudges again for a second offer, and forgets no bounce', () => {
    const { follow, bouncing, bounces } = attention();

    follow(one);
    follow(two);
    const during = bouncing.size;
    follow(none);

    expect(bounces()).toBe(2);
    expect(during).toBe(1);
    expect(bouncing.size).toBe(0);
  });

  it('nudges for an offer that takes the place of another at once', () => {
    const { follow, badges, bounces } = attention();

    follow(one);
    follow(signedIn({ offers: [offer('b')] }));

    expect(bounces()).toBe(2);
    expect(badges).toEqual([1, 1]);
  });

  it('is calm while one of two offers is left', () => {
    const { follow, bounces, badges } = attention();

    follow(two);
    follow(one);
    follow(one);

    expect(bounces()).toBe(1);
    expect(badges).toEqual([2, 1]);
  });

  it('only counts where the agent wants no nudge', () => {
    const { follow, bounces, badges, flashes } = attention({ isWanted: false });

    follow(one);

    expect(bounces()).toBe(0);
    expect(flashes).toEqual([]);
    expect(badges).toEqual([1]);
  });

  it('does nothing to an agent who is not to be disturbed', () => {
    const { follow, bounces, badges } = attention();

    follow({
      ...one,
      presence: {
        kind: 'signed-in',
        name: '佐藤花子',
        presence: 'busy',
        busyReason: 'do-not-disturb',
        withinWorkingHours: true,
      },
    });

    expect(bounces()).toBe(0);
    expect(badges).toEqual([]);
  });
});
