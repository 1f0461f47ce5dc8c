import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CustomerId, ReminderId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

interface ReminderActions {
  readonly move: (reminderId: ReminderId, dueAt: string) => void;
  readonly complete: (reminderId: ReminderId) => void;
  readonly isPending: boolean;
}

/** Puts a customer's reminders off, and ticks them off. */
export function useReminderActions(customerId: CustomerId): ReminderActions {
  const { t } = useTranslation(['customer', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const outcomes = (done: 'moved' | 'completed') => ({
    onSuccess: () => showToast(toasts, 'done', t(`reminders.${done}`)),
    onError: (error: Error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.timeline(customerId) }),
  });
  const move = useSingleMutation({
    mutationKey: ['move-reminder', customerId],
    mutationFn: ({ id, dueAt }: { id: ReminderId; dueAt: string }) => api.moveReminder(id, { dueAt }),
    ...outcomes('moved'),
  });
  const complete = useSingleMutation({
    mutationKey: ['complete-reminder', customerId],
    mutationFn: (id: ReminderId) => api.completeReminder(id),
    ...outcomes('completed'),
  });
  return {
    move: (id, dueAt) => move.mutate({ id, dueAt }),
    complete: complete.mutate,
    isPending: move.isPending || complete.isPending,
  };
}
