import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { formatDuration } from '../../platform/times.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';
import type { SkeletonColumns } from '../../ui/skeleton.tsx';
import { CallMark } from './call-mark.tsx';

/** Below some width the last words have no room. */
export const activeCallColumns = {
  className: [
    'grid grid-cols-[6.25rem_minmax(0,1fr)_3.5rem] gap-2 px-4 @lg:gap-3',
    '@md:grid-cols-[6.25rem_minmax(8.5rem,1fr)_3.5rem_minmax(0,1.4fr)]',
  ].join(' '),
  cells: ['', '', '', 'hidden @md:block'],
} as const satisfies SkeletonColumns;

interface ActiveCallRowProps {
  readonly call: CallSession;
  readonly me: AgentId;
  readonly selected: boolean;
}

/** One line: status, customer, running time, last words. */
export const ActiveCallRow = memo(function ActiveCallRow({
  call,
  me,
  selected,
}: ActiveCallRowProps): ReactElement {
  return (
    <Link
      href={`/calls/${call.id}`}
      aria-current={selected ? 'true' : undefined}
      className={`inset-ring-focus h-full items-center border-line-quiet border-b text-sm hover:bg-surface-hover aria-[current]:bg-surface-selected ${activeCallColumns.className}`}
    >
      <CallMark call={call} me={me} />
      <span className="truncate font-medium" title={call.customer.company}>
        <InboundMark call={call} />
        {call.customer.company}
      </span>
      <span className="whitespace-nowrap text-right text-text-quiet">
        <RunningTime call={call} />
      </span>
      <LastWords call={call} />
    </Link>
  );
});

function RunningTime({ call }: { readonly call: CallSession }): ReactElement {
  if (isOver(call.status)) return <span>{formatDuration(call.durationSeconds ?? 0)}</span>;
  return <Elapsed since={call.answeredAt ?? call.startedAt} />;
}

function LastWords({ call: { lastTurn } }: { readonly call: CallSession }): ReactElement | null {
  const { t } = useTranslation(['calls', 'vocabulary']);
  if (lastTurn === null) return null;
  return (
    <span className="hidden truncate text-text-quiet @md:block" title={lastTurn.text}>
      <span className="sr-only">{t('lastWords')} </span>
      {t(`vocabulary:speaker.${lastTurn.speaker}`)} 「{lastTurn.text}」
    </span>
  );
}
