import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, lineClass } from '../../../ui/field.tsx';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';

export function NameField({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const problem = useProblemWords(form.formState.errors).name;
  return (
    <Field label={t('form.field.name')} hint={t('form.hint.name')} problem={problem}>
      {(control) => (
        <input type="text" autoComplete="off" {...control} {...form.register('name')} className={lineClass} />
      )}
    </Field>
  );
}
