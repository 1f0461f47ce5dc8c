import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CustomerId, ReminderId } from '../../backend/contract/ids.ts';
import { failureCode } from './api-failure.ts';
import { usePlatform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';
import { showToast } from './toasts.ts';
import { useSingleMutation } from './use-single-mutation.ts';

/** One that is open, and when it is due. */
export interface DueReminder {
  readonly reminderId: ReminderId;
  readonly dueAt: string;
}

interface ReminderActions {
  readonly move: (reminder: DueReminder, dueAt: string) => void;
  readonly complete: (reminder: DueReminder) => void;
  readonly isPending: boolean;
}

/** Puts a customer's reminders off, and ticks them off; for a moment there is a way back. */
export function useReminderActions(customerId: CustomerId): ReminderActions {
  const { t } = useTranslation('reminders');
  const { api, toasts } = usePlatform();
  const outcome = useOutcome(customerId);
  const undo = useMutation({
    mutationFn: (back: () => Promise<unknown>) => back(),
    onSuccess: () => showToast(toasts, 'done', t('undone')),
    ...outcome,
  });
  const offerUndo = (done: 'moved' | 'completed', back: () => Promise<unknown>): void =>
    showToast(toasts, 'done', t(done), { label: t('undo'), run: () => undo.mutate(back) });

  const move = useSingleMutation({
    mutationKey: ['move-reminder', customerId],
    mutationFn: ({ reminder, dueAt }: { reminder: DueReminder; dueAt: string }) =>
      api.moveReminder(reminder.reminderId, { dueAt }),
    onSuccess: (_moved, { reminder: { reminderId, dueAt } }) =>
      offerUndo('moved', () => api.moveReminder(reminderId, { dueAt })),
    ...outcome,
  });
  const complete = useSingleMutation({
    mutationKey: ['complete-reminder', customerId],
    mutationFn: ({ reminderId }: DueReminder) => api.completeReminder(reminderId),
    onSuccess: (_done, { reminderId }) => offerUndo('completed', () => api.resumeReminder(reminderId)),
    ...outcome,
  });
  return {
    move: (reminder, dueAt) => move.mutate({ reminder, dueAt }),
    complete: complete.mutate,
    isPending: move.isPending || complete.isPending,
  };
}

function useOutcome(customerId: CustomerId) {
  const { t } = useTranslation('failures');
  const { toasts } = usePlatform();
  const cache = useQueryClient();
  return {
    onError: (error: Error) => showToast(toasts, 'failed', t(failureCode(error))),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queryKeys.timeline(customerId) }),
        cache.invalidateQueries({ queryKey: queryKeys.reminders }),
      ]),
  };
}
