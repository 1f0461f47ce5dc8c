import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterCodeSchema, phoneCodeLength } from '../../../../backend/contract/agents.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { useSaveProfile } from '../account/use-save-profile.ts';

/** Full-width digits are as good. */
const draftSchema = z.object({
  code: z
    .string()
    .transform((written) => written.normalize('NFKC').replaceAll(/\s/g, ''))
    .pipe(enterCodeSchema.shape.code),
});

/** The digits that were said on the telephone. */
export function PhoneCodeForm(): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const form = useForm({ defaultValues: { code: '' }, resolver: zodResolver(draftSchema) });
  const { mutate, error, isPending } = useSaveProfile(api.enterPhoneCode);
  const submit = form.handleSubmit(({ code }) => mutate(code));

  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label={t('phone.code.label')} problem={errors.code && t('phone.code.problem')}>
        {(control) => (
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={phoneCodeLength * 2}
            {...control}
            {...form.register('code')}
            className={`max-w-32 tabular-nums ${inputClass}`}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" tone="primary" busy={isPending}>
          {t('phone.code.enter')}
        </Button>
        {error !== null && <FailureNotice error={error} />}
      </div>
    </form>
  );
}
