import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import { addDays, dateIn, startOfDay } from '../../platform/zoned-days.ts';

type GroupName = 'overdue' | 'today' | 'later';

/** Reminders and what stands above each kind of them, as one list for the eye. */
export type ReminderLine =
  | { readonly type: 'heading'; readonly group: GroupName; readonly number: number }
  | { readonly type: 'reminder'; readonly group: GroupName; readonly reminder: OpenReminder };

/** What is due, what will be before the agent's day is over, and the rest; a group that is empty is left out. */
export function reminderLines(
  reminders: readonly OpenReminder[],
  now: number,
  timeZone: string,
): readonly ReminderLine[] {
  const endOfDay = Date.parse(startOfDay(addDays(dateIn(timeZone, now), 1), timeZone));
  const groups: Record<GroupName, OpenReminder[]> = { overdue: [], today: [], later: [] };
  for (const reminder of reminders) {
    const dueAt = Date.parse(reminder.dueAt);
    const group = dueAt <= now ? 'overdue' : dueAt < endOfDay ? 'today' : 'later';
    groups[group].push(reminder);
  }
  return (['overdue', 'today', 'later'] as const).flatMap((group) => linesOf(group, groups[group]));
}

function linesOf(group: GroupName, reminders: readonly OpenReminder[]): readonly ReminderLine[] {
  if (reminders.length === 0) return [];
  const heading: ReminderLine = { type: 'heading', group, number: reminders.length };
  return [heading, ...reminders.map((reminder): ReminderLine => ({ type: 'reminder', group, reminder }))];
}
