import { Fragment, type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type RetriedOutcome, retriedOutcomeSchema } from '../../../../backend/contract/campaigns.ts';
import { lineClass } from '../../../ui/field.tsx';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';
import { waitUnits } from './wait-draft.ts';

const columns = 'grid grid-cols-[minmax(6.5rem,10rem)_4rem_5rem_6.5rem] items-center gap-x-2 gap-y-1.5';

/** How often, and after how long, somebody is called again, for each way in which a call comes to nothing. */
export function RetryFields({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-pretty text-text-quiet text-xs">{t('form.hint.retries')}</p>
      <div className={`text-sm ${columns}`}>
        <span aria-hidden className="text-text-quiet text-xs">
          {t('form.outcome')}
        </span>
        <span aria-hidden className="text-text-quiet text-xs">
          {t('form.times')}
        </span>
        <span aria-hidden className="col-span-2 text-text-quiet text-xs">
          {t('form.after')}
        </span>
        {retriedOutcomeSchema.options.map((outcome) => (
          <RetryField key={outcome} form={form} outcome={outcome} />
        ))}
      </div>
    </div>
  );
}

interface RetryFieldProps extends CampaignFieldsProps {
  readonly outcome: RetriedOutcome;
}

function RetryField({ form, outcome }: RetryFieldProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const problemId = useId();
  const { errors } = form.formState;
  const problem = useProblemWords(errors).retry(outcome);
  const wrongTimes = errors.retries?.[outcome]?.times !== undefined;
  const named = { outcome: t(`form.outcomes.${outcome}`) };
  const shared = {
    className: `${lineClass} px-1.5! tabular-nums`,
    'aria-describedby': problem === undefined ? undefined : problemId,
  } as const;
  const whole = { type: 'number', inputMode: 'numeric', step: '1' } as const;
  return (
    <Fragment>
      <span>{named.outcome}</span>
      <input
        {...whole}
        min={0}
        max={10}
        aria-label={t('form.timesOf', named)}
        {...shared}
        aria-invalid={wrongTimes || undefined}
        {...form.register(`retries.${outcome}.times`)}
      />
      <input
        {...whole}
        min={1}
        aria-label={t('form.afterOf', named)}
        {...shared}
        aria-invalid={(problem !== undefined && !wrongTimes) || undefined}
        {...form.register(`retries.${outcome}.after`)}
      />
      <select
        aria-label={t('form.unitOf', named)}
        {...form.register(`retries.${outcome}.unit`)}
        className={`${lineClass} px-1.5!`}
      >
        {waitUnits.map((unit) => (
          <option key={unit} value={unit}>
            {t(`form.units.${unit}`)}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <p id={problemId} role="alert" className="col-span-4 text-state-failed text-xs">
          {problem}
        </p>
      )}
    </Fragment>
  );
}
