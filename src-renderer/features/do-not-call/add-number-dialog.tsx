import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type BlockNumber, blockNumberSchema } from '../../../backend/contract/do-not-call.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { formatPhoneNumber, parsePhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

const draftSchema = z
  .object({
    phoneNumber: z.string().transform((written) => parsePhoneNumber(written) ?? ''),
    note: z.string(),
  })
  .pipe(blockNumberSchema);

interface AddNumberDialogProps {
  /** What was looked for and not found. */
  readonly written: string;
  readonly onClose: () => void;
}

/** Blocks one number, for a reason. */
export function AddNumberDialog({ written, onClose }: AddNumberDialogProps): ReactElement {
  const { t } = useTranslation(['doNotCall', 'shell']);
  const lost = useConnectionLost();
  const form = useForm({
    defaultValues: { phoneNumber: written, note: '' },
    resolver: zodResolver(draftSchema),
  });
  const { setFocus } = form;
  const first = written === '' ? 'phoneNumber' : 'note';
  useEffect(() => setFocus(first), [setFocus, first]);
  const add = useAddedNumber(onClose);
  const submit = form.handleSubmit((added) => add.mutate(added));
  const { errors } = form.formState;
  return (
    <Dialog title={t('addTitle')} closeLabel={t('shell:close')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Field label={t('number')} hint={t('numberHint')} problem={errors.phoneNumber && t('numberProblem')}>
          {(control) => (
            <input
              type="tel"
              autoComplete="off"
              {...control}
              {...form.register('phoneNumber')}
              className={inputClass}
            />
          )}
        </Field>
        <Field label={t('note')} hint={t('noteHint')} problem={errors.note && t('noteProblem')}>
          {(control) => <input {...control} {...form.register('note')} className={inputClass} />}
        </Field>
        {add.isError && <WhyNot error={add.error} />}
        <div className="flex gap-2">
          <Button type="submit" tone="primary" busy={add.isPending} disabled={lost}>
            {t('confirmAdd')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useAddedNumber(onAdded: () => void) {
  const { t } = useTranslation('doNotCall');
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['block-number'],
    mutationFn: (added: BlockNumber) => api.blockNumber(added),
    onSuccess: ({ phoneNumber }) => {
      showToast(toasts, 'done', t('added', { number: formatPhoneNumber(phoneNumber) }));
      onAdded();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.blockedNumbers }),
  });
}

function WhyNot({ error }: { readonly error: Error }): ReactElement {
  const { t } = useTranslation('doNotCall');
  switch (failureCode(error)) {
    case 'changed-elsewhere':
      return <Notice tone="failed">{t('listedAlready')}</Notice>;
    case 'invalid-input':
      return <Notice tone="failed">{t('numberProblem')}</Notice>;
    default:
      return <FailureNotice error={error} />;
  }
}
