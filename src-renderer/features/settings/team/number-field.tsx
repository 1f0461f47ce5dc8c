import type { ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field, lineClass } from '../../../ui/field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly range: { readonly minValue: number | null; readonly maxValue: number | null };
  /** Of its own words where it is not the range. */
  readonly problem: boolean | string;
  readonly registration: UseFormRegisterReturn;
}

/** A whole number within its range, which the schema knows. */
export function NumberField({ label, hint, range, problem, registration }: NumberFieldProps): ReactElement {
  const { t } = useTranslation('team');
  const limits = { least: range.minValue ?? 0, most: range.maxValue ?? 0 };
  return (
    <Field
      label={label}
      problem={problem === true ? t('range', limits) : problem || undefined}
      {...(hint === undefined ? {} : { hint })}
    >
      {(control) => (
        <input
          type="number"
          inputMode="numeric"
          min={limits.least}
          max={limits.most}
          {...control}
          {...registration}
          className={`${lineClass} tabular-nums`}
        />
      )}
    </Field>
  );
}
