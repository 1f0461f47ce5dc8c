import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { agentOf, isOver } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { CallDuration } from '../../ui/call-duration.tsx';
import { CallOutcome } from '../../ui/call-outcome.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';

/** Columns give way from the right where there is no room for them. */
export const historyColumns = [
  'grid grid-cols-[6.5rem_minmax(0,1fr)_8.5rem_4rem] gap-3 px-4',
  '@2xl:grid-cols-[6.5rem_minmax(0,1fr)_8.5rem_minmax(0,1fr)_4rem_6rem]',
].join(' ');

interface HistoryRowProps {
  readonly call: CallSession;
  readonly me: AgentId;
  readonly selected: boolean;
}

export function HistoryRow({ call, me, selected }: HistoryRowProps): ReactElement {
  const { t } = useTranslation('vocabulary');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <Link
      href={isOver(call.status) ? `/history/${call.id}` : `/calls/${call.id}`}
      aria-current={selected ? 'true' : undefined}
      className="inset-ring-focus @container block h-full border-line-quiet border-b hover:bg-surface-hover aria-[current]:bg-surface-selected"
    >
      <span className={`h-full items-center text-sm ${historyColumns}`}>
        <span className="whitespace-nowrap text-text-quiet">
          {formatDay(call.startedAt, clock.now(), language)}
        </span>
        <span className="truncate font-medium" title={call.customer.company}>
          <InboundMark call={call} />
          {call.customer.company}
        </span>
        <CallOutcome call={call} me={me} />
        <span className="hidden truncate text-text-quiet @2xl:block">
          {call.resultReason !== null && t(`resultReason.${call.resultReason}`)}
        </span>
        <span className="whitespace-nowrap text-right text-text-quiet">
          <CallDuration call={call} />
        </span>
        <span className="hidden truncate text-text-quiet @2xl:block">{agentOf(call)?.name}</span>
      </span>
    </Link>
  );
}
