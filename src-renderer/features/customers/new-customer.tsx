import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentId, CustomerId } from '../../../backend/contract/ids.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { customerDraftSchema, emptyDraft, savableDraftSchema } from './customer-draft.ts';
import { CustomerFormFields } from './customer-form-fields.tsx';
import { type CustomerForm, showProblems } from './use-customer-form.ts';

interface NewCustomerProps {
  readonly me: AgentId;
  readonly onAdded: (customerId: CustomerId) => void;
}

const draftKey = 'new-customer';

/** Somebody to call, written by hand. What is written stays until it is saved or the page goes. */
export function NewCustomer({ me, onAdded }: NewCustomerProps): ReactElement {
  const { t } = useTranslation(['customer', 'customers']);
  const { api, drafts, toasts } = usePlatform();
  const cache = useQueryClient();
  const lost = useConnectionLost();
  const kept = customerDraftSchema.safeParse(drafts.recall(draftKey)).data;
  const form: CustomerForm = useForm({
    defaultValues: kept ?? { ...emptyDraft, ownerId: me },
    resolver: zodResolver(savableDraftSchema),
  });
  const { setFocus, subscribe } = form;
  useEffect(() => setFocus('company'), [setFocus]);
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => drafts.keep(draftKey, values) }),
    [subscribe, drafts],
  );
  const add = useSingleMutation({
    mutationKey: ['add-customer'],
    mutationFn: api.addCustomer,
    onSuccess: ({ id, company }) => {
      drafts.drop(draftKey);
      void cache.invalidateQueries({ queryKey: queryKeys.customerLists });
      showToast(toasts, 'done', t('added', { company }));
      onAdded(id);
    },
    onError: (error) => showProblems(form, error),
  });
  return (
    <section aria-label={t('new')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <DetailHeader list="/customers" back={t('customers:back')}>
        <h2 className="font-semibold text-xl">{t('new')}</h2>
      </DetailHeader>
      <form
        noValidate
        onSubmit={(event) => void form.handleSubmit((fields) => add.mutate(fields))(event)}
        className="flex flex-col gap-5 px-4 pt-2"
      >
        <CustomerFormFields form={form} />
        {add.isError && <FailureNotice error={add.error} />}
        <div className="sticky bottom-0 -mx-4 flex gap-2 border-line-quiet border-t bg-surface px-4 py-2">
          <Button type="submit" tone="primary" busy={add.isPending} disabled={lost}>
            {add.isPending ? t('adding') : t('add')}
          </Button>
          <Link href="/customers" className={buttonClass({ tone: 'plain', size: 'medium' })}>
            {t('cancel')}
          </Link>
        </div>
      </form>
    </section>
  );
}
