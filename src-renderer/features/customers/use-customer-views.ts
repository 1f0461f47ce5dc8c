import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CustomerView, SaveView } from '../../../backend/contract/customer-views.ts';
import type { ViewId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';

interface WantedView extends SaveView {
  /** Null for a new one. */
  readonly viewId: ViewId | null;
}

interface CustomerViews {
  readonly views: readonly CustomerView[];
  readonly save: (view: WantedView) => void;
  /** For a moment there is a way back. */
  readonly remove: (view: CustomerView) => void;
}

/** The saved views, and their changes; `onSaved` is told the one that is there then. */
export function useCustomerViews(onSaved: (view: CustomerView) => void): CustomerViews {
  const { t } = useTranslation(['customers', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const onError = (error: Error): void => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`));
  const onSettled = (): Promise<void> => cache.invalidateQueries({ queryKey: queryKeys.customerViews });

  const save = useSingleMutation({
    mutationKey: ['save-view'],
    mutationFn: ({ viewId, ...view }: WantedView) =>
      viewId === null ? api.addView(view) : api.replaceView(viewId, view),
    onSuccess: (view) => {
      const others = (cache.getQueryData<CustomerView[]>(queryKeys.customerViews) ?? []).filter(
        ({ id }) => id !== view.id,
      );
      cache.setQueryData(queryKeys.customerViews, [...others, view]);
      showToast(toasts, 'done', t('view.saved', { name: view.name }));
      onSaved(view);
    },
    onError,
    onSettled,
  });
  const remove = useSingleMutation({
    mutationKey: ['remove-view'],
    mutationFn: ({ id }: CustomerView) => api.removeView(id),
    onSuccess: (_, { name, filter }) =>
      showToast(toasts, 'done', t('view.removed', { name }), {
        label: t('bulk.undo'),
        run: () => save.mutate({ viewId: null, name, filter }),
      }),
    onError,
    onSettled,
  });
  const views = useQuery({ queryKey: queryKeys.customerViews, queryFn: api.customerViews });
  return { views: views.data ?? [], save: save.mutate, remove: remove.mutate };
}
