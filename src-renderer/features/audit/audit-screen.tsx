import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { type AuditEntry, auditSubjectSchema } from '../../../backend/contract/audit.ts';
import { daysOf } from '../../platform/calendar-periods.ts';
import { daysOfPeriod } from '../../platform/chosen-period.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents } from '../../platform/queries.ts';
import type { AuditFilter } from '../../platform/record-api.ts';
import { useAudit } from '../../platform/record-queries.ts';
import { addDays, startOfDay } from '../../platform/zoned-days.ts';
import { Button } from '../../ui/button.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { PeriodMenu } from '../../ui/period-menu.tsx';
import { AuditDialog } from './audit-dialog.tsx';
import { AuditEntries } from './audit-entries.tsx';
import { type AuditPlace, auditAddress, auditPlaceFrom } from './audit-place.ts';

/** Everything that was ever changed, newest first, for admins; narrowed down by what the address says. */
export function AuditScreen({ timeZone }: { readonly timeZone: string }): ReactElement {
  const { t } = useTranslation('audit');
  const { clock } = usePlatform();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const place = auditPlaceFrom(useSearch());
  const go = (next: AuditPlace): void => navigate(auditAddress(next), { replace: true });
  const list = useAudit(filterOf(place, timeZone, clock.now()));
  const filtered = auditAddress(place) !== '/audit';
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-1.5 border-line-quiet border-b px-4 py-2">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <p className="text-text-quiet text-xs">{t('lead')}</p>
        <div className="-ml-2 flex flex-wrap items-center gap-x-1 gap-y-1">
          <PlaceMenus place={place} timeZone={timeZone} onChange={go} />
          {filtered && (
            <Button size="small" tone="quiet" onClick={() => go({ period: null })}>
              {t('clear')}
            </Button>
          )}
        </div>
      </header>
      <AuditEntries list={list} filtered={filtered} timeZone={timeZone} onOpen={setOpened} />
      {opened !== null && (
        <AuditDialog
          entry={opened}
          timeZone={timeZone}
          onOnlyRecord={() => {
            setOpened(null);
            go(auditPlaceFrom(recordQuery(opened)));
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

interface PlaceMenusProps {
  readonly place: AuditPlace;
  readonly timeZone: string;
  readonly onChange: (place: AuditPlace) => void;
}

function PlaceMenus({ place, timeZone, onChange }: PlaceMenusProps): ReactElement {
  const { t } = useTranslation('audit');
  const { clock } = usePlatform();
  const agents = useAgents().data ?? [];
  return (
    <>
      <FilterMenu
        label={t('subject')}
        value={auditSubjectSchema.safeParse(place.subject).data}
        options={auditSubjectSchema.options.map((value) => ({ value, label: t(`subjectIs.${value}`) }))}
        onChange={(subject) => onChange({ ...place, subject, subjectId: undefined })}
      />
      <FilterMenu
        label={t('actor')}
        value={place.actor}
        options={agents.map(({ agentId, name }) => ({ value: agentId, label: name }))}
        onChange={(actor) => onChange({ ...place, actor })}
      />
      <PeriodMenu
        period={place.period}
        days={daysOf('week', timeZone, clock.now())}
        onChange={(period) => onChange({ ...place, period })}
      />
      {place.subjectId !== undefined && (
        <Button size="small" onClick={() => onChange({ ...place, subjectId: undefined })}>
          {t('record')}
          <X aria-hidden className="size-3.5" />
        </Button>
      )}
    </>
  );
}

function filterOf({ period, ...place }: AuditPlace, timeZone: string, now: number): AuditFilter {
  const days = period === null ? null : daysOfPeriod(period, timeZone, now);
  if (days === null) return place;
  return {
    ...place,
    from: startOfDay(days.first, timeZone),
    until: startOfDay(addDays(days.last, 1), timeZone),
  };
}

function recordQuery({ subject, subjectId }: AuditEntry): string {
  return new URLSearchParams({ subject, subjectId }).toString();
}
