import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocalDate } from '../../../platform/local-date-time.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useSession } from '../../../platform/queries.ts';
import { useLanguage } from '../../../platform/use-language.ts';

const shown = 4;

/** The next public holidays, so that nobody has to look them up. */
export function HolidaysAhead(): ReactElement | null {
  const { t } = useTranslation('schedule');
  const { clock } = usePlatform();
  const language = useLanguage();
  const today = toLocalDate(new Date(clock.now()));
  const ahead = (useSession().data?.holidays ?? []).filter((date) => date >= today).slice(0, shown);
  if (ahead.length === 0) return null;
  const days = ahead.map((date) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(language, {
      month: 'short',
      day: 'numeric',
      weekday: 'short',
      timeZone: 'UTC',
    }),
  );
  return <p className="text-text-quiet text-xs">{t('holidaysAhead', { days: days.join(t('between')) })}</p>;
}
