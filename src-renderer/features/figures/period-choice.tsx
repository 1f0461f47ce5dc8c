import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days } from '../../platform/calendar-periods.ts';
import { Choices } from '../../ui/choices.tsx';
import { OwnDays } from '../../ui/own-days.tsx';
import { type PeriodName, periodNames } from './figures-period.ts';

interface PeriodChoiceProps {
  readonly name: PeriodName;
  readonly days: Days;
  readonly onName: (name: PeriodName) => void;
  readonly onDays: (days: Days) => void;
}

/** A usual period, or its first and last day. */
export function PeriodChoice({ name, days, onName, onDays }: PeriodChoiceProps): ReactElement {
  const { t } = useTranslation('figures');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Choices
        label={t('period')}
        value={name}
        options={periodNames.map((value) => ({ value, label: t(`choice.${value}`) }))}
        onChange={onName}
      />
      {name === 'days' && <OwnDays days={days} onChange={onDays} />}
    </div>
  );
}
