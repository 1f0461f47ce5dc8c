import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { formatPhoneNumber, parsePhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Field, inputClass } from '../../ui/field.tsx';
import { FormActions } from './form-actions.tsx';
import { useSaveProfile } from './use-save-profile.ts';

const draftSchema = z.object({
  written: z
    .string()
    .trim()
    .refine((written) => written === '' || parsePhoneNumber(written) !== null, 'phone-number'),
});
type Draft = z.infer<typeof draftSchema>;

/** The agent's telephone, in any notation; an empty field takes it away. */
export function PhoneForm({ phoneNumber }: { readonly phoneNumber: string | null }): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const saved = phoneNumber === null ? '' : formatPhoneNumber(phoneNumber);
  const form = useForm<Draft>({
    values: { written: saved },
    resolver: zodResolver(draftSchema),
  });
  const save = useSaveProfile(api.setPhone, phoneNumber);
  const submit = form.handleSubmit(({ written }) => save.save(parsePhoneNumber(written)));

  const { errors, isDirty } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label={t('phone.label')} hint={t('phone.hint')} problem={errors.written && t('phone.problem')}>
        {(control) => (
          <input
            type="tel"
            autoComplete="tel"
            {...control}
            {...form.register('written')}
            className={`max-w-64 ${inputClass}`}
          />
        )}
      </Field>
      <FormActions changed={isDirty} save={save} onDiscard={() => form.reset({ written: saved })} />
    </form>
  );
}
