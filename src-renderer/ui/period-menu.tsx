import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarPeriods, type Days } from '../platform/calendar-periods.ts';
import type { ChosenPeriod } from '../platform/chosen-period.ts';
import { FilterMenu } from './filter-menu.tsx';
import { OwnDays } from './own-days.tsx';

interface PeriodMenuProps {
  /** Null: any time, which is not offered where there has to be a period. */
  readonly period: ChosenPeriod | null;
  /** With which days of one's own begin. */
  readonly days: Days;
  readonly always?: boolean;
  readonly onChange: (period: ChosenPeriod | null) => void;
}

/** A usual period, or its first and last day. */
export function PeriodMenu({ period, days, always = false, onChange }: PeriodMenuProps): ReactElement {
  const { t } = useTranslation('filters');
  const own = period === null || typeof period === 'string' ? null : period;
  return (
    <>
      <FilterMenu
        label={t('period')}
        value={typeof period === 'string' ? period : own === null ? undefined : 'days'}
        options={[...calendarPeriods, 'days' as const].map((value) => ({
          value,
          label: t(`periodIs.${value}`),
        }))}
        always={always}
        onChange={(name) => onChange(name === undefined ? null : name === 'days' ? days : name)}
      />
      {own !== null && <OwnDays days={own} onChange={onChange} />}
    </>
  );
}
