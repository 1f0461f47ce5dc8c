import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { formatDuration } from '../../platform/times.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { CallMark } from './call-mark.tsx';

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
      className="inset-ring-focus grid h-full grid-cols-[9.75rem_minmax(0,1fr)_3.75rem] @lg:grid-cols-[9.75rem_minmax(9rem,1.4fr)_3.75rem_minmax(0,1fr)] items-center gap-3 border-line-quiet border-b px-4 text-sm hover:bg-surface-hover aria-[current]:bg-surface-selected"
    >
      <CallMark call={call} me={me} />
      <span className="truncate font-medium" title={call.customer.company}>
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
    <span className="hidden truncate text-text-quiet @lg:block" title={lastTurn.text}>
      <span className="sr-only">{t('lastWords')} </span>
      {t(`vocabulary:speaker.${lastTurn.speaker}`)} 「{lastTurn.text}」
    </span>
  );
}
