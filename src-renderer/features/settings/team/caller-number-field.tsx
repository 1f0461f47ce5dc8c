import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhoneNumber } from '../../../platform/phone-numbers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Field, lineClass } from '../../../ui/field.tsx';

interface CallerNumberFieldProps {
  /** Null: the company's. */
  readonly number: string | null;
  /** The server refuses it. */
  readonly refused: boolean;
  readonly onChange: (number: string | null) => void;
}

/** Which of the telephone line's numbers customers see. */
export function CallerNumberField({ number, refused, onChange }: CallerNumberFieldProps): ReactElement {
  const { t } = useTranslation('team');
  const { api } = usePlatform();
  const known = useQuery({ queryKey: queryKeys.callerNumbers, queryFn: api.callerNumbers });
  // One that is assigned stays to be seen, whatever has become of it.
  const numbers = new Set([...(known.data ?? []), ...(number === null ? [] : [number])]);
  const unknown = known.isError ? t('assignment.callerNumbersUnknown') : undefined;
  const problem = refused ? t('assignment.callerNumberGone') : unknown;
  return (
    <Field label={t('assignment.callerNumber')} hint={t('assignment.callerNumberHint')} problem={problem}>
      {(control) => (
        <select
          {...control}
          value={number ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          className={`max-w-64 ${lineClass} tabular-nums`}
        >
          <option value="">{t('assignment.companysNumber')}</option>
          {[...numbers].map((one) => (
            <option key={one} value={one}>
              {formatPhoneNumber(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
