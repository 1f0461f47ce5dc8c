import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type LiftBlock, liftBlockSchema } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { applyCustomer } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

interface LiftBlockFormProps {
  readonly customerId: CustomerId;
  readonly onCancel: () => void;
}

/** Why the number may be called again; without a reason it may not. */
export function LiftBlockForm({ customerId, onCancel }: LiftBlockFormProps): ReactElement {
  const { t } = useTranslation('customers');
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const lost = useConnectionLost();
  const form = useForm<LiftBlock>({ defaultValues: { reason: '' }, resolver: zodResolver(liftBlockSchema) });
  const lift = useSingleMutation({
    mutationKey: ['lift-block', customerId],
    mutationFn: (request: LiftBlock) => api.liftBlock(customerId, request),
    onSuccess: (customer) => {
      applyCustomer(cache, customer);
      showToast(toasts, 'done', t('block.lifted'));
    },
  });
  const submit = form.handleSubmit((request) => lift.mutate(request));
  const { setFocus } = form;
  useEffect(() => setFocus('reason'), [setFocus]);

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field
        label={t('block.reason')}
        hint={t('block.reasonHint')}
        problem={form.formState.errors.reason && t('block.reasonProblem')}
      >
        {(control) => <input {...control} {...form.register('reason')} className={inputClass} />}
      </Field>
      {lift.isError && <FailureNotice error={lift.error} />}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={lift.isPending} disabled={lost}>
          {lift.isPending ? t('block.confirming') : t('block.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('block.cancel')}</Button>
      </div>
    </form>
  );
}
