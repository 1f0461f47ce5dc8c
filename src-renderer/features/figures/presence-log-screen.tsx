import { ArrowLeft, History } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import type { Days } from '../../platform/calendar-periods.ts';
import type { Whose } from '../../platform/settings-api.ts';
import { usePresenceLog } from '../../platform/team-queries.ts';
import { formatTime, formatTimeZone } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { periodOf } from './figures-period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { PresenceChanges } from './presence-changes.tsx';
import { daysInPlace } from './presence-log-place.ts';
import { useChosenDays } from './use-chosen-days.ts';

interface PresenceLogScreenProps {
  readonly whose: Whose;
  readonly timeZone: string;
}

/** Every change of somebody's presence over some days, with who chose it and why. */
export function PresenceLogScreen({ whose, timeZone }: PresenceLogScreenProps): ReactElement {
  const { t } = useTranslation('figures');
  const language = useLanguage();
  const period = useChosenDays(timeZone, daysInPlace(useSearch()));
  const { days } = period;
  return (
    <section aria-label={t('presence.title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-2 border-line-quiet border-b px-4 py-3">
        <Link
          href="/figures"
          className="flex w-fit items-center gap-1 text-sm text-text-quiet hover:text-text"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('presence.back')}
        </Link>
        <PeriodChoice {...period} />
        <p className="text-text-quiet text-xs">{t('zone', { zone: formatTimeZone(timeZone, language) })}</p>
      </header>
      {days.last >= days.first && <Log whose={whose} days={days} timeZone={timeZone} />}
    </section>
  );
}

interface LogProps extends PresenceLogScreenProps {
  readonly days: Days;
}

function Log({ whose, days, timeZone }: LogProps): ReactElement {
  const { t } = useTranslation(['figures', 'shell']);
  const language = useLanguage();
  const lost = useConnectionLost();
  const log = usePresenceLog(whose, periodOf(days, timeZone));
  if (log.data === undefined) {
    if (log.isPending) return <SkeletonRows rows={8} label={t('shell:loading')} />;
    return <LoadFailure what="figures" error={log.error} onRetry={() => void log.refetch()} />;
  }
  const { agent, changes, complete } = log.data;
  return (
    <>
      <h1 className="px-4 pt-3 pb-1 font-semibold text-lg">{t('presence.of', { name: agent.name })}</h1>
      {lost && (
        <div className="px-4 py-2">
          <Notice tone="warning">
            {t('asOf', { time: formatTime(new Date(log.dataUpdatedAt).toISOString(), language) })}
          </Notice>
        </div>
      )}
      {!complete && (
        <div className="px-4 py-2">
          <Notice tone="info">{t('presence.cut', { number: changes.length })}</Notice>
        </div>
      )}
      {changes.length === 0 ? (
        <EmptyState icon={History} title={t('presence.empty')} hint={t('presence.emptyHint')} />
      ) : (
        <PresenceChanges changes={changes} timeZone={timeZone} />
      )}
    </>
  );
}
