import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChangeCustomers, Customer } from '../../../backend/contract/customers.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { undoOf } from './bulk-undo.ts';

export interface BulkChange {
  readonly change: (changes: ChangeCustomers['changes']) => void;
  readonly isPending: boolean;
}

/** Changes several customers alike, and offers the way back for a moment. */
export function useBulkChange(customers: readonly Customer[]): BulkChange {
  const { t } = useTranslation(['customers', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const onError = (error: Error): void => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`));
  const onSettled = (): Promise<void> => refresh(cache);

  const undo = useSingleMutation({
    mutationKey: ['undo-change-of-customers'],
    mutationFn: async (requests: readonly ChangeCustomers[]) => {
      for (const request of requests) await api.changeCustomers(request);
    },
    onSuccess: () => showToast(toasts, 'done', t('bulk.undone')),
    onError,
    onSettled,
  });
  const change = useSingleMutation({
    mutationKey: ['change-customers'],
    mutationFn: ({ request }: { request: ChangeCustomers; before: readonly Customer[] }) =>
      api.changeCustomers(request),
    onSuccess: ({ changed }, { request, before }) => {
      if (changed === 0) return showToast(toasts, 'done', t('bulk.unchanged'));
      const run = (): void => undo.mutate(undoOf(before, request));
      showToast(toasts, 'done', t('bulk.changed', { changed }), { label: t('bulk.undo'), run });
    },
    onError,
    onSettled,
  });
  return {
    isPending: change.isPending,
    change: (changes) =>
      change.mutate({ request: { customerIds: customers.map(({ id }) => id), changes }, before: customers }),
  };
}

async function refresh(cache: QueryClient): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ queryKey: queryKeys.customerLists }),
    cache.invalidateQueries({ queryKey: queryKeys.customerTags }),
  ]);
}
