import { type ReactElement, useMemo } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { WorkSchedule } from '../../../../backend/contract/agents.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { DayRow } from './day-row.tsx';
import { HolidaysAhead } from './holidays-ahead.tsx';
import { nameOfZone } from './name-of-zone.ts';
import type { ScheduleDraft } from './schedule-draft.ts';
import { useScheduleProblem } from './use-schedule-problem.ts';
import { weekdayName } from './working-hours.ts';

interface HoursFieldsProps {
  readonly form: UseFormReturn<ScheduleDraft, unknown, WorkSchedule>;
}

/** Each weekday with its breaks, the zone and holidays. */
export function HoursFields({ form }: HoursFieldsProps): ReactElement {
  const { t } = useTranslation('schedule');
  const language = useLanguage();
  const problemIn = useScheduleProblem();
  const { errors } = form.formState;
  const zones = useZones(form.getValues('timeZone'));
  return (
    <>
      <ul aria-label={t('week')} className="flex flex-col">
        {form.getValues('workingHours').map((_, weekday) => (
          <Controller
            // biome-ignore lint/suspicious/noArrayIndexKey: the seven days are what their places say
            key={weekday}
            control={form.control}
            name={`workingHours.${weekday}`}
            render={({ field: { value, onChange } }) => (
              <DayRow
                name={weekdayName(weekday, language)}
                day={value}
                problem={problemIn(errors.workingHours?.[weekday])}
                onChange={onChange}
              />
            )}
          />
        ))}
      </ul>
      <Field label={t('timeZone')} problem={errors.timeZone && t('problem.unknown-zone')}>
        {(control) => (
          <select {...control} {...form.register('timeZone')} className={`max-w-80 ${lineClass}`}>
            {zones.map(({ zone, name }) => (
              <option key={zone} value={zone}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Controller
        control={form.control}
        name="worksOnHolidays"
        render={({ field: { value, onChange } }) => (
          <Switch label={t('holidays')} hint={t('holidaysHint')} checked={value} onChange={onChange} />
        )}
      />
      <HolidaysAhead />
    </>
  );
}

interface Zone {
  readonly zone: string;
  readonly name: string;
}

/** Each by its name and its place, in the order of the names. */
function useZones(chosen: string): readonly Zone[] {
  const language = useLanguage();
  return useMemo(() => {
    const zones = [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])];
    return zones
      .map((zone) => ({ zone, name: nameOfZone(zone, language) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language));
  }, [chosen, language]);
}
