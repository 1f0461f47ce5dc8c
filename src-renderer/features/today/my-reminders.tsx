import { useQueryClient } from '@tanstack/react-query';
import { CalendarCheck, Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OpenReminder } from '../../../backend/contract/reminders.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { useReminders } from '../../platform/team-queries.ts';
import { formatAppointment } from '../../platform/times.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { TodaySection } from './today-section.tsx';

/** Whom to call again before the day is over; what is overdue comes first. `endOfDay`: in ISO 8601. */
export function MyReminders({ endOfDay }: { readonly endOfDay: string }): ReactElement {
  const { t } = useTranslation(['today', 'shell']);
  const reminders = useReminders();
  const due = (reminders.data ?? []).filter(({ dueAt, doneAt }) => doneAt === null && dueAt < endOfDay);
  return (
    <TodaySection title={t('reminders')}>
      {reminders.isPending && <SkeletonRows rows={3} label={t('shell:loading')} />}
      {reminders.isError && reminders.data === undefined && (
        <LoadFailure what="reminders" error={reminders.error} onRetry={() => void reminders.refetch()} />
      )}
      {reminders.data !== undefined && due.length === 0 && (
        <EmptyState icon={CalendarCheck} title={t('noReminders')} hint={t('noRemindersHint')} />
      )}
      {due.length > 0 && (
        <VirtualRows label={t('reminders')} rows={due} rowHeight={48} keyOf={({ id }) => id}>
          {(reminder) => <ReminderRow reminder={reminder} />}
        </VirtualRows>
      )}
    </TodaySection>
  );
}

function ReminderRow({ reminder }: { readonly reminder: OpenReminder }): ReactElement {
  const { t } = useTranslation('today');
  const { clock } = usePlatform();
  const language = useLanguage();
  const lost = useConnectionLost();
  const complete = useCompleted();
  const { id, customerId, company, dueAt, note } = reminder;
  const overdue = Date.parse(dueAt) <= clock.now();
  return (
    <div className="flex h-full items-center gap-3 border-line-quiet border-b px-4 text-sm">
      <div className="min-w-0 flex-1">
        <Link href={`/customers/${customerId}`} className="block truncate font-medium hover:underline">
          {company}
        </Link>
        <p className="truncate text-text-quiet text-xs" title={note}>
          <span className={overdue ? 'text-state-failed' : ''}>
            {formatAppointment(dueAt, clock.now(), language)} {overdue && t('overdue')}
          </span>
          <span className="ml-2">{note}</span>
        </p>
      </div>
      <Button size="small" disabled={lost || complete.isPending} onClick={() => complete.mutate(id)}>
        <Check aria-hidden className="size-3.5" />
        {t('done')}
      </Button>
    </div>
  );
}

function useCompleted() {
  const { t } = useTranslation(['today', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['complete-reminder', 'today'],
    mutationFn: api.completeReminder,
    onSuccess: () => showToast(toasts, 'done', t('completed')),
    onError: (error: Error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.reminders }),
  });
}
