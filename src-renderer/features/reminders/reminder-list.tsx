import { BellRing, CalendarClock, CalendarDays, type LucideIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import type { useReminderList } from '../../platform/record-queries.ts';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { type ReminderLine, reminderLines } from './reminder-groups.ts';
import { ReminderRow } from './reminder-row.tsx';
import { useMinute } from './use-minute.ts';

interface ReminderListProps {
  readonly list: ReturnType<typeof useReminderList>;
  readonly reminders: readonly OpenReminder[];
  readonly timeZone: string;
  /** Whether each row says whom it reminds. */
  readonly named: boolean;
  readonly callAction: (reminder: OpenReminder) => ReactNode;
}

/** Due ones move up by themselves when their minute comes. */
export function ReminderList({
  list,
  reminders,
  timeZone,
  named,
  callAction,
}: ReminderListProps): ReactElement {
  const { t } = useTranslation('reminders');
  const now = useMinute();
  const lines = useMemo(() => reminderLines(reminders, now, timeZone), [reminders, now, timeZone]);
  const lastGroup = list.hasNextPage ? lines.at(-1)?.group : undefined;
  return (
    <VirtualRows
      label={t('list')}
      rows={lines}
      rowHeight={48}
      keyOf={keyOf}
      onNearEnd={() => fetchMore(list)}
      foot={<ListFoot pages={list} />}
    >
      {(line) =>
        line.type === 'heading' ? (
          <GroupHeading line={line} complete={line.group !== lastGroup} />
        ) : (
          <ReminderRow
            reminder={line.reminder}
            overdue={line.group === 'overdue'}
            named={named}
            callAction={callAction(line.reminder)}
          />
        )
      }
    </VirtualRows>
  );
}

function keyOf(line: ReminderLine): string {
  return line.type === 'heading' ? line.group : line.reminder.id;
}

const looks = {
  overdue: { icon: BellRing, className: 'text-state-failed' },
  today: { icon: CalendarClock, className: 'text-text-quiet' },
  later: { icon: CalendarDays, className: 'text-text-quiet' },
} satisfies Record<ReminderLine['group'], { icon: LucideIcon; className: string }>;

interface GroupHeadingProps {
  readonly line: Extract<ReminderLine, { type: 'heading' }>;
  /** All of the group are loaded. */
  readonly complete: boolean;
}

function GroupHeading({ line: { group, number }, complete }: GroupHeadingProps): ReactElement {
  const { t } = useTranslation('reminders');
  const { icon: Icon, className } = looks[group];
  return (
    <div className="flex h-full items-end gap-2 border-line-quiet border-b bg-surface-sunken px-4 pb-2">
      <Icon aria-hidden className={`mb-0.5 size-4 ${className}`} />
      <h2 className="font-semibold text-sm">{t(`group.${group}`)}</h2>
      <span className="text-text-quiet text-xs">{t(complete ? 'number' : 'more', { number })}</span>
    </div>
  );
}
