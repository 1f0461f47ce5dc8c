import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useReminders } from '../../platform/team-queries.ts';

const none: readonly OpenReminder[] = [];

/** Of the agent's own reminders those whose time has come, the earliest first; undefined until they are known. */
export function useDueReminders(): readonly OpenReminder[] | undefined {
  const { clock } = usePlatform();
  const reminders = useReminders().data;
  const open = useMemo(() => reminders?.filter(({ doneAt }) => doneAt === null) ?? none, [reminders]);
  const due = useSyncExternalStore(
    clock.onSecond,
    useCallback(() => open.filter(({ dueAt }) => Date.parse(dueAt) <= clock.now()).length, [open, clock]),
  );
  const known = reminders !== undefined;
  return useMemo(() => (known ? open.slice(0, due) : undefined), [known, open, due]);
}
