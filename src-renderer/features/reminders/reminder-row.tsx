import { Check, PhoneOutgoing } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useReminderActions } from '../../platform/use-reminder-actions.ts';
import { Button } from '../../ui/button.tsx';
import { SnoozeMenu } from '../../ui/snooze-menu.tsx';

interface ReminderRowProps {
  readonly reminder: OpenReminder;
  readonly overdue: boolean;
  readonly named: boolean;
  readonly callAction: ReactNode;
}

export function ReminderRow({ reminder, overdue, named, callAction }: ReminderRowProps): ReactElement {
  const { t } = useTranslation('reminders');
  const lost = useConnectionLost();
  const { id: reminderId, customerId, company, dueAt } = reminder;
  const { move, complete, isPending } = useReminderActions(customerId);
  return (
    <div
      data-row
      className="@container flex h-full items-center gap-2 border-line-quiet border-b pr-4 text-sm hover:bg-surface-hover"
    >
      <Link
        data-row-link
        href={`/customers/${customerId}`}
        className="inset-ring-focus flex h-full min-w-0 flex-1 flex-col justify-center pl-4"
      >
        <span className="flex items-baseline gap-x-3">
          <span className="hidden w-40 shrink-0 @lg:inline">
            <DueTime dueAt={dueAt} overdue={overdue} />
          </span>
          <span className="truncate font-medium">{company}</span>
          <span className="hidden shrink-0 truncate text-text-quiet @2xl:inline">{reminder.person}</span>
        </span>
        <Details reminder={reminder} overdue={overdue} named={named} />
      </Link>
      <span data-row-call className="flex shrink-0">
        {callAction}
      </span>
      <SnoozeMenu
        company={company}
        dueAt={dueAt}
        disabled={lost || isPending}
        onMove={(at) => move({ reminderId, dueAt }, at)}
      />
      <span data-row-done className="flex shrink-0">
        <Button
          size="small"
          disabled={lost || isPending}
          aria-label={t('doneOf', { company })}
          title={t('done')}
          onClick={() => complete({ reminderId, dueAt })}
        >
          <Check aria-hidden className="size-3.5" />
          <span className="@max-lg:hidden">{t('done')}</span>
        </Button>
      </span>
    </div>
  );
}

type DetailsProps = Omit<ReminderRowProps, 'callAction'>;

function Details({ reminder, overdue, named }: DetailsProps): ReactElement {
  const { t } = useTranslation('reminders');
  const { agent, note, callId, phoneNumber } = reminder;
  return (
    <span className="flex items-center gap-x-3 text-text-quiet text-xs">
      <span className="hidden w-40 shrink-0 @lg:inline">{formatPhoneNumber(phoneNumber)}</span>
      <span className="shrink-0 @lg:hidden">
        <DueTime dueAt={reminder.dueAt} overdue={overdue} />
      </span>
      {named && (
        <span className="shrink-0">{agent === null ? t('forAnyone') : t('for', { name: agent.name })}</span>
      )}
      {callId !== null && (
        <span className="inline-flex shrink-0 items-center gap-1">
          <PhoneOutgoing aria-hidden className="size-3" />
          {t('fromCall')}
        </span>
      )}
      <span className="truncate" title={note}>
        {note}
      </span>
    </span>
  );
}

function DueTime({ dueAt, overdue }: { readonly dueAt: string; readonly overdue: boolean }): ReactElement {
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <time dateTime={dueAt} className={`tabular-nums ${overdue ? 'text-state-failed' : ''}`}>
      {formatAppointment(dueAt, clock.now(), language)}
    </time>
  );
}
