import { Check, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../backend/contract/customer-timeline.ts';
import type { Customer } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useReminderActions } from '../../platform/use-reminder-actions.ts';
import { Button } from '../../ui/button.tsx';
import { SnoozeMenu } from '../../ui/snooze-menu.tsx';
import { AddReminderForm } from './add-reminder-form.tsx';
import { useTimeline } from './use-timeline.ts';

/** When a customer is to be called again; put off, ticked off, and made. */
export function CustomerReminders({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation('customer');
  const lost = useConnectionLost();
  const [adding, setAdding] = useState(false);
  const entries = useTimeline(customer.id).data?.pages.flatMap((page) => page.entries) ?? [];
  const open = entries.filter(isOpen).toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return (
    <section aria-label={t('reminders.title')} className="border-line-quiet border-t px-4 pt-3 pb-3">
      <header className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-base">{t('reminders.title')}</h3>
        {!adding && (
          <Button size="small" disabled={lost} onClick={() => setAdding(true)}>
            <Plus aria-hidden className="size-3.5" />
            {t('reminders.add')}
          </Button>
        )}
      </header>
      {open.length === 0 && !adding && <p className="text-sm text-text-quiet">{t('reminders.none')}</p>}
      <ul>
        {open.map((entry) => (
          <OpenReminder key={entry.key} entry={entry} customer={customer} disabled={lost} />
        ))}
      </ul>
      {adding && <AddReminderForm customerId={customer.id} onDone={() => setAdding(false)} />}
    </section>
  );
}

type ReminderEntry = Extract<TimelineEntry, { type: 'reminder' }>;

function isOpen(entry: TimelineEntry): entry is ReminderEntry {
  return entry.type === 'reminder' && entry.doneAt === null;
}

interface OpenReminderProps {
  readonly entry: ReminderEntry;
  readonly customer: Customer;
  readonly disabled: boolean;
}

function OpenReminder({ entry, customer, disabled }: OpenReminderProps): ReactElement {
  const { t } = useTranslation('customer');
  const { clock } = usePlatform();
  const language = useLanguage();
  const { move, complete, isPending } = useReminderActions(customer.id);
  const due = Date.parse(entry.dueAt) <= clock.now();
  return (
    <li className="flex flex-wrap items-center gap-x-2 py-1 text-sm">
      <span className="min-w-0 flex-1">
        <span className="font-medium">{formatAppointment(entry.dueAt, clock.now(), language)}</span>
        {due && <span className="ml-2 text-state-failed">{t('reminders.overdue')}</span>}
        {entry.for !== null && (
          <span className="ml-2 text-text-quiet">{t('timeline.by', { name: entry.for })}</span>
        )}
        {entry.note !== '' && <span className="block whitespace-pre-wrap text-text-quiet">{entry.note}</span>}
      </span>
      <SnoozeMenu
        company={customer.company}
        dueAt={entry.dueAt}
        disabled={disabled || isPending}
        onMove={(at) => move(entry, at)}
      />
      <Button size="small" disabled={disabled || isPending} onClick={() => complete(entry)}>
        <Check aria-hidden className="size-3.5" />
        {t('reminders.done')}
      </Button>
    </li>
  );
}
