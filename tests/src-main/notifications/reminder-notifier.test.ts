import { describe, expect, it } from 'vitest';
import type { BusyReason } from '../../../backend/contract/vocabulary.ts';
import { silentState } from '../../../src-main/desktop-state.ts';
import type { DueReminder } from '../../../src-main/ipc/contract/shown.ts';
import { createReminderNotifier } from '../../../src-main/notifications/reminder-notifier.ts';
import { signedIn } from '../support/desktop-fixtures.ts';

const reminder: DueReminder = { title: '「ミナト工業」へかけ直す時刻です', customerId: null };

/** The system's notifications: what was shown, and what of it was taken away. */
function notifications({ isWanted = true, isConsoleInFront = false } = {}) {
  const shown: string[] = [];
  const closed: string[] = [];
  const gone: (() => void)[] = [];
  const notifier = createReminderNotifier(
    {
      isWanted: () => isWanted,
      isConsoleInFront: () => isConsoleInFront,
      notify: ({ title }, onGone) => {
        shown.push(title);
        gone.push(onGone);
        return () => closed.push(title);
      },
    },
    signedIn(),
  );
  return { notifier, shown, closed, choose: () => gone[0]?.() };
}

function busyFor(busyReason: BusyReason) {
  return signedIn({
    presence: { kind: 'signed-in', name: '佐藤', presence: 'busy', busyReason, withinWorkingHours: true },
  });
}

describe('createReminderNotifier', () => {
  it.each([
    { isWanted: true, isConsoleInFront: false, told: 1 },
    { isWanted: true, isConsoleInFront: true, told: 0 },
    { isWanted: false, isConsoleInFront: false, told: 0 },
  ])(
    'tells through the system whoever wants that and looks elsewhere: $isWanted, $isConsoleInFront',
    ({ told, ...looks }) => {
      const { notifier, shown } = notifications(looks);

      notifier.tell(reminder);

      expect(shown).toHaveLength(told);
    },
  );

  it('does not disturb who does not want to be', () => {
    const { notifier, shown } = notifications();

    notifier.follow(busyFor('do-not-disturb'));
    notifier.tell(reminder);
    notifier.follow(busyFor('break'));
    notifier.tell(reminder);

    expect(shown).toHaveLength(1);
  });

  it('takes away with the session what it has told of, and was not chosen', () => {
    const { notifier, closed, choose } = notifications();
    notifier.tell(reminder);
    notifier.tell({ ...reminder, title: '「山田商事」へかけ直す時刻です' });
    choose();

    notifier.follow(silentState('ja'));

    expect(closed).toEqual(['「山田商事」へかけ直す時刻です']);
  });
});
