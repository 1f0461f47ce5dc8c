import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../platform/field-merge.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { nameOfZone } from './name-of-zone.ts';
import { type ScheduleDraft, scheduleOf } from './schedule-draft.ts';
import { workingHoursInWords } from './working-hours.ts';

interface ScheduleWords {
  readonly nameOf: (field: FieldName<ScheduleDraft>) => string;
  readonly wordsOf: (field: FieldName<ScheduleDraft>, draft: ScheduleDraft) => string;
}

/** What the fields of a schedule are called, and what they say. */
export function useScheduleWords(): ScheduleWords {
  const { t } = useTranslation('schedule');
  const language = useLanguage();
  return {
    nameOf: (field) => t(`field.${field}`),
    wordsOf(field, draft) {
      switch (field) {
        case 'timeZone':
          return nameOfZone(draft.timeZone, language);
        case 'worksOnHolidays':
          return draft.worksOnHolidays ? t('asUsual') : t('asSundays');
        case 'workingHours':
          return workingHoursInWords(scheduleOf(draft)?.workingHours ?? [], language).join('\n');
        case 'leave':
          return draft.leave.map(({ from, to, note }) => `${from} – ${to} ${note}`).join('\n');
      }
    },
  };
}
