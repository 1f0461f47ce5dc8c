import { describe, expect, it } from 'vitest';
import type { DueReminder } from '../../../src-main/ipc/contract/shown.ts';
import { createReminderNotifier } from '../../../src-main/notifications/reminder-notifier.ts';

const reminder: DueReminder = {
  title: '「ミナト工業」へかけ直す時刻です',
  body: '見積の件',
  customerId: null,
};

describe('createReminderNotifier', () => {
  it.each([
    { isWanted: true, isConsoleInFront: false, told: 1 },
    { isWanted: true, isConsoleInFront: true, told: 0 },
    { isWanted: false, isConsoleInFront: false, told: 0 },
  ])(
    'tells through the system whoever wants that and looks elsewhere: $isWanted, $isConsoleInFront',
    ({ told, ...looks }) => {
      const shown: DueReminder[] = [];
      const tell = createReminderNotifier({
        isWanted: () => looks.isWanted,
        isConsoleInFront: () => looks.isConsoleInFront,
        notify: (one) => shown.push(one),
      });

      tell(reminder);

      expect(shown).toHaveLength(told);
    },
  );
});
