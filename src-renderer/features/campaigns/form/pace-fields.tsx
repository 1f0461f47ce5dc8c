import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignPaceSchema } from '../../../../backend/contract/campaigns.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import type { CampaignDraft } from './campaign-draft.ts';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';

const secondsPerHour = 3_600;

/** How fast is dialled, at most. */
export function PaceFields({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const perHour = Math.round(Number(form.watch('pace.callsPerSecond')) * secondsPerHour);
  const isKnown = Number.isFinite(perHour) && perHour > 0;
  return (
    <div className="grid grid-cols-1 items-start gap-x-4 gap-y-3 strip:grid-cols-3">
      <PaceField
        form={form}
        name="callsPerSecond"
        step="any"
        hint={isKnown ? t('form.hint.callsPerSecond', { number: perHour }) : undefined}
      />
      <PaceField form={form} name="concurrency" step="1" hint={t('form.hint.concurrency')} />
      <PaceField form={form} name="factor" step="any" hint={t('form.hint.factor')} />
    </div>
  );
}

interface PaceFieldProps extends CampaignFieldsProps {
  readonly name: keyof CampaignDraft['pace'];
  readonly step: '1' | 'any';
  readonly hint: string | undefined;
}

function PaceField({ form, name, step, hint }: PaceFieldProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { minValue, maxValue } = campaignPaceSchema.shape[name];
  return (
    <Field
      label={t(`form.field.${name}`)}
      problem={useProblemWords(form.formState.errors)[name]}
      {...(hint !== undefined && { hint })}
    >
      {(control) => (
        <input
          type="number"
          inputMode={step === '1' ? 'numeric' : 'decimal'}
          step={step}
          min={minValue ?? undefined}
          max={maxValue ?? undefined}
          {...control}
          {...form.register(`pace.${name}`)}
          className={`${lineClass} tabular-nums`}
        />
      )}
    </Field>
  );
}
