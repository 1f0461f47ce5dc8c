import { describe, expect, it } from 'vitest';
import { createOfferNotifier } from '../../../src-main/notifications/offer-notifier.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

const first = offer('a');
const second = offer('b');

/** The system's notifications as they were shown and taken away. */
function notified({ inFront = false, wanted = true } = {}) {
  const done: string[] = [];
  let looking = inFront;
  const notifier = createOfferNotifier(
    {
      isWanted: () => wanted,
      isConsoleInFront: () => looking,
      notify: ({ id }) => {
        done.push(`shown ${id}`);
        return () => done.push(`closed ${id}`);
      },
    },
    signedIn(),
  );
  const look = (now: boolean): void => {
    looking = now;
    notifier.consoleFrontChanged();
  };
  return { done, look, follow: notifier.follow };
}

describe('createOfferNotifier', () => {
  it('announces each open offer once, and takes that away when the offer ends', () => {
    const { done, follow } = notified();

    follow(signedIn({ offers: [first] }));
    follow(signedIn({ offers: [first, second] }));
    follow(signedIn({ offers: [second] }));

    expect(done).toEqual([`shown ${first.id}`, `shown ${second.id}`, `closed ${first.id}`]);
  });

  it('announces what came while the console was looked at as soon as the agent looks away', () => {
    const { done, follow, look } = notified({ inFront: true });
    follow(signedIn({ offers: [first] }));
    const whileLooking = [...done];

    look(false);
    look(true);
    look(false);

    expect(whileLooking).toEqual([]);
    expect(done).toEqual([`shown ${first.id}`]);
  });

  it('announces nothing that ended while the console was looked at', () => {
    const { done, follow, look } = notified({ inFront: true });
    follow(signedIn({ offers: [first] }));
    follow(signedIn({ offers: [] }));

    look(false);

    expect(done).toEqual([]);
  });

  it('announces nothing to who does not want that', () => {
    const { done, follow, look } = notified({ wanted: false });

    follow(signedIn({ offers: [first] }));
    look(false);

    expect(done).toEqual([]);
  });
});
