import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDueReminders } from './use-due-reminders.ts';

/** More are not counted on so little room. */
const most = 99;

/** How many customers the agent is to call now, beside the way to them; on an icon alone, in its corner. */
export function DueCount(): ReactElement | null {
  const { t } = useTranslation('reminders');
  const number = useDueReminders()?.length ?? 0;
  if (number === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-accent px-1.5 font-medium text-on-filled text-xs tabular-nums max-wide:absolute max-wide:top-0 max-wide:right-0.5 max-wide:px-1">
      <span aria-hidden>{number > most ? `${most}+` : number}</span>
      <span className="sr-only">{t('due', { number })}</span>
    </span>
  );
}
