import { CalendarCheck } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { useReminderList } from '../../platform/record-queries.ts';
import { formatTime } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ReminderList } from './reminder-list.tsx';
import { useReminderKeys } from './use-reminder-keys.ts';

interface RemindersScreenProps {
  readonly role: Role;
  readonly timeZone: string;
  /** The way to call. */
  readonly callAction: (reminder: OpenReminder) => ReactNode;
}

type WhoseReminders = 'mine' | 'all';

/** Who is to be called again: overdue, today, later; put off, ticked off, called. */
export function RemindersScreen({ role, timeZone, callAction }: RemindersScreenProps): ReactElement {
  const { t } = useTranslation('reminders');
  const [whose, setWhose] = useState<WhoseReminders>('mine');
  const frame = useRef<HTMLElement>(null);
  useReminderKeys(frame);
  return (
    <section ref={frame} aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line-quiet border-b px-4 py-2">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-lg">{t('title')}</h1>
          <p className="text-text-quiet text-xs">{t('lead')}</p>
        </div>
        {role === 'admin' && (
          <Choices
            label={t('whose')}
            value={whose}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`whoseIs.${value}`) }))}
            onChange={setWhose}
          />
        )}
      </header>
      <Reminders key={whose} whose={whose} timeZone={timeZone} callAction={callAction} />
    </section>
  );
}

interface RemindersProps extends Pick<RemindersScreenProps, 'timeZone' | 'callAction'> {
  readonly whose: WhoseReminders;
}

function Reminders({ whose, timeZone, callAction }: RemindersProps): ReactElement {
  const { t } = useTranslation(['reminders', 'shell']);
  const language = useLanguage();
  const lost = useConnectionLost();
  const list = useReminderList(whose);
  if (list.data === undefined) {
    if (list.isPending) return <SkeletonRows rows={12} label={t('shell:loading')} />;
    return <LoadFailure what="reminders" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const reminders = list.data.pages.flatMap((page) => page.reminders);
  return (
    <>
      {lost && (
        <div className="px-4 py-2">
          <Notice tone="warning">
            {t('asOf', { time: formatTime(new Date(list.dataUpdatedAt).toISOString(), language) })}
          </Notice>
        </div>
      )}
      {reminders.length === 0 ? (
        <EmptyState icon={CalendarCheck} title={t('empty')} hint={t('emptyHint')}>
          <Link href="/customers" className={buttonClass({ tone: 'plain', size: 'medium' })}>
            {t('emptyAction')}
          </Link>
        </EmptyState>
      ) : (
        <ReminderList
          list={list}
          reminders={reminders}
          timeZone={timeZone}
          named={whose === 'all'}
          callAction={callAction}
        />
      )}
    </>
  );
}
