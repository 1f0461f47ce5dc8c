import { describe, expect, it } from 'vitest';
import { createSignedOutNotifier } from '../../../src-main/notifications/signed-out-notifier.ts';
import { signedIn } from '../support/desktop-fixtures.ts';

const signedOut = { kind: 'signed-out' } as const;
const { presence } = signedIn();

function notifications({ startedHidden = false, isConsoleInFront = false } = {}) {
  const done: string[] = [];
  const told = createSignedOutNotifier({
    startedHidden,
    isConsoleInFront: () => isConsoleInFront,
    notify: () => {
      done.push('shown');
      return () => done.push('taken away');
    },
  });
  return { told, done };
}

describe('createSignedOutNotifier', () => {
  it('tells once of a session that has ended, until somebody signs in again', () => {
    const { told, done } = notifications();

    told(presence);
    told(signedOut);
    told(signedOut);
    told({ kind: 'disconnected', name: '佐藤', busyReason: null });

    expect(done).toEqual(['shown', 'taken away']);
  });

  it('tells nothing to who looks at the console, also when they look away later', () => {
    const { told, done } = notifications({ isConsoleInFront: true });

    told(presence);
    told(signedOut);

    expect(done).toEqual([]);
  });

  it.each([
    { startedHidden: true, shown: ['shown'] },
    { startedHidden: false, shown: [] },
  ])('tells who began in the tray without being signed in: $startedHidden', ({ startedHidden, shown }) => {
    const { told, done } = notifications({ startedHidden });

    told(signedOut);

    expect(done).toEqual(shown);
  });
});
