import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type LiftNumber, liftNumberSchema } from '../../../backend/contract/do-not-call.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

interface LiftNumberDialogProps {
  readonly phoneNumber: string;
  readonly onClose: () => void;
}

/** Asks, and why: without a reason the number stays blocked. */
export function LiftNumberDialog({ phoneNumber, onClose }: LiftNumberDialogProps): ReactElement {
  const { t } = useTranslation(['doNotCall', 'shell']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const lost = useConnectionLost();
  const number = formatPhoneNumber(phoneNumber);
  const form = useForm<LiftNumber>({
    defaultValues: { phoneNumber, reason: '' },
    resolver: zodResolver(liftNumberSchema),
  });
  const { setFocus } = form;
  useEffect(() => setFocus('reason'), [setFocus]);
  const lift = useSingleMutation({
    mutationKey: ['lift-number', phoneNumber],
    mutationFn: api.liftNumber,
    onSuccess: () => {
      showToast(toasts, 'done', t('lifted', { number }));
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.blockedNumbers }),
  });
  const submit = form.handleSubmit((wanted) => lift.mutate(wanted));
  return (
    <Dialog title={t('liftTitle', { number })} closeLabel={t('shell:close')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <p className="text-sm">{t('liftLead')}</p>
        <Field
          label={t('liftReason')}
          hint={t('liftHint')}
          problem={form.formState.errors.reason && t('noteProblem')}
        >
          {(control) => <input {...control} {...form.register('reason')} className={inputClass} />}
        </Field>
        {lift.isError && <FailureNotice error={lift.error} />}
        <div className="flex gap-2">
          <Button type="submit" tone="primary" busy={lift.isPending} disabled={lost}>
            {t('confirmLift')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
