import { BellRing, FileUp, History, type LucideIcon, Phone, ShieldBan } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TimelineEntry } from '../../../backend/contract/customer-timeline.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatAppointment, formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { CallDuration } from '../../ui/call-duration.tsx';
import { CallOutcome } from '../../ui/call-outcome.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';
import { TimelineChange } from './timeline-change.tsx';

const icons: Record<TimelineEntry['type'], LucideIcon> = {
  call: Phone,
  change: History,
  import: FileUp,
  block: ShieldBan,
  reminder: BellRing,
};

interface TimelineRowProps {
  readonly entry: TimelineEntry;
  readonly me: AgentId;
}

export function TimelineRow({ entry, me }: TimelineRowProps): ReactElement {
  const { clock } = usePlatform();
  const language = useLanguage();
  const Icon = icons[entry.type];
  return (
    <li className="grid grid-cols-[1rem_6.5rem_minmax(0,1fr)] items-start gap-x-3 border-line-quiet border-b px-4 py-1.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 text-text-quiet" />
      <time dateTime={entry.at} className="whitespace-nowrap text-text-quiet">
        {formatDay(entry.at, clock.now(), language)}
      </time>
      <div className="min-w-0">
        <What entry={entry} me={me} />
      </div>
    </li>
  );
}

function What({ entry, me }: TimelineRowProps): ReactNode {
  switch (entry.type) {
    case 'call':
      return <Call entry={entry} me={me} />;
    case 'reminder':
      return <Reminder entry={entry} />;
    case 'change':
    case 'import':
    case 'block':
      return <TimelineChange entry={entry} />;
  }
}

interface CallProps {
  readonly entry: Extract<TimelineEntry, { type: 'call' }>;
  readonly me: AgentId;
}

function Call({ entry: { call }, me }: CallProps): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <Link
      href={isOver(call.status) ? `/history/${call.id}` : `/calls/${call.id}`}
      className="flex flex-wrap items-center gap-x-3 rounded-sm hover:bg-surface-hover"
    >
      <InboundMark call={call} />
      <CallOutcome call={call} me={me} />
      <span className="text-text-quiet">
        <CallDuration call={call} />
      </span>
      {call.resultReason !== null && (
        <span className="text-text-quiet">{t(`resultReason.${call.resultReason}`)}</span>
      )}
      {call.note !== '' && <span className="w-full whitespace-pre-wrap">{call.note}</span>}
    </Link>
  );
}

function Reminder({ entry }: { readonly entry: Extract<TimelineEntry, { type: 'reminder' }> }): ReactElement {
  const { t } = useTranslation('customer');
  const { clock } = usePlatform();
  const language = useLanguage();
  const at = formatAppointment(entry.dueAt, clock.now(), language);
  return (
    <>
      <p>
        {t(entry.doneAt === null ? 'timeline.reminder' : 'timeline.reminderDone', { at })}
        {entry.for !== null && (
          <span className="ml-2 text-text-quiet">{t('timeline.by', { name: entry.for })}</span>
        )}
      </p>
      {entry.note !== '' && <p className="whitespace-pre-wrap text-text-quiet">{entry.note}</p>}
    </>
  );
}
