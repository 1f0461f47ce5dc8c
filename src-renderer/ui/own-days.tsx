import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Days } from '../platform/calendar-periods.ts';

interface OwnDaysProps {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}

const dateClass = 'h-7 rounded-sm border border-line bg-surface-raised px-1.5 text-xs';

/** The first and the last day of a period of one's own; says so when they are the wrong way round. */
export function OwnDays({ days, onChange }: OwnDaysProps): ReactElement {
  const { t } = useTranslation('filters');
  const backwards = days.last < days.first;
  return (
    <span className="flex flex-wrap items-center gap-1">
      <input
        type="date"
        aria-label={t('from')}
        value={days.first}
        onChange={({ target }) => target.value !== '' && onChange({ ...days, first: target.value })}
        className={dateClass}
      />
      <span aria-hidden>–</span>
      <input
        type="date"
        aria-label={t('to')}
        aria-invalid={backwards || undefined}
        value={days.last}
        onChange={({ target }) => target.value !== '' && onChange({ ...days, last: target.value })}
        className={dateClass}
      />
      {backwards && (
        <span role="alert" className="text-state-failed text-xs">
          {t('backwards')}
        </span>
      )}
    </span>
  );
}
