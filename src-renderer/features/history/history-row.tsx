import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession, FoundTurn } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { agentOf, isOver } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { CallDuration } from '../../ui/call-duration.tsx';
import { CallOutcome } from '../../ui/call-outcome.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';
import { Excerpt } from './excerpt.tsx';
import { addressOf } from './history-place.ts';
import { useHistoryPlace } from './use-history-place.ts';

/** Columns give way from the right where there is no room for them. */
export const historyColumns = [
  'grid grid-cols-[5.5rem_minmax(0,1fr)_8.5rem] gap-2 px-3',
  '@md:grid-cols-[6.5rem_minmax(0,1fr)_8.5rem_4rem] @md:gap-3 @md:px-4',
  '@2xl:grid-cols-[6.5rem_minmax(0,1fr)_8.5rem_minmax(0,1fr)_4rem_6rem]',
].join(' ');

interface HistoryRowProps {
  readonly call: CallSession;
  readonly me: AgentId;
  readonly selected: boolean;
  /** The turns in which the phrase that is searched for was said. */
  readonly found: readonly FoundTurn[];
}

export function HistoryRow({ call, me, selected, found }: HistoryRowProps): ReactElement {
  const { t } = useTranslation('vocabulary');
  const { clock } = usePlatform();
  const language = useLanguage();
  const [place] = useHistoryPlace();
  const [first] = found;
  return (
    <Link
      href={isOver(call.status) ? addressOf(place, call.id) : `/calls/${call.id}`}
      data-call={call.id}
      aria-current={selected ? 'true' : undefined}
      className="inset-ring-focus @container flex h-full flex-col justify-center border-line-quiet border-b hover:bg-surface-hover aria-[current]:bg-surface-selected"
    >
      <span className={`items-center text-sm ${historyColumns}`}>
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
        <span className="hidden whitespace-nowrap text-right text-text-quiet @md:block">
          <CallDuration call={call} />
        </span>
        <span className="hidden truncate text-text-quiet @2xl:block">{agentOf(call)?.name}</span>
      </span>
      {first !== undefined && <Excerpt turn={first} others={found.length - 1} />}
    </Link>
  );
}
