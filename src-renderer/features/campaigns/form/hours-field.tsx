import { type ReactElement, useId } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../../ui/choices.tsx';
import { lineClass } from '../../../ui/field.tsx';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';

/** As long as the company calls, or from when to when, in the zone of whoever is called. */
export function HoursField({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const id = useId();
  const problem = useProblemWords(form.formState.errors).hours;
  const described = problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`;
  const shared = {
    type: 'time',
    'aria-describedby': described,
    'aria-invalid': problem === undefined ? undefined : true,
    className: `w-32! ${lineClass}`,
  } as const;
  return (
    <div className="flex flex-col items-start gap-2">
      <Controller
        control={form.control}
        name="hours.limited"
        render={({ field: { value, onChange } }) => (
          <Choices
            label={t('form.field.hours')}
            value={value ? 'own' : 'company'}
            options={[
              { value: 'company', label: t('form.hoursCompany') },
              { value: 'own', label: t('form.hoursOwn') },
            ]}
            onChange={(chosen) => onChange(chosen === 'own')}
          />
        )}
      />
      {form.watch('hours.limited') && (
        <span className="inline-flex items-center gap-1.5 tabular-nums">
          <input {...shared} aria-label={t('form.field.from')} {...form.register('hours.from')} />
          <span aria-hidden>–</span>
          <input {...shared} aria-label={t('form.field.to')} {...form.register('hours.to')} />
        </span>
      )}
      <p id={`${id}-hint`} className="text-pretty text-text-quiet text-xs">
        {t('form.hint.hours')}
      </p>
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="text-state-failed text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
