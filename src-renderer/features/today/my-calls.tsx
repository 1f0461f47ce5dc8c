import { CloudOff, PhoneCall } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { concerns, isOfferedTo, isOver } from '../../platform/call-state.ts';
import { useActiveCalls } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { TodaySection } from './today-section.tsx';

interface MyCallsProps {
  readonly me: AgentId;
  readonly mark: (call: CallSession) => ReactNode;
}

/** The calls in progress that are the agent's own, or that they are asked to take; those that need them come first. */
export function MyCalls({ me, mark }: MyCallsProps): ReactElement {
  const { t } = useTranslation('today');
  const calls = useActiveCalls();
  const mine = (calls.data ?? [])
    .filter((call) => !isOver(call.status) && (concerns(call, me) || isOfferedTo(call, me)))
    .sort((a, b) => Number(isOfferedTo(b, me)) - Number(isOfferedTo(a, me)));
  return (
    <TodaySection title={t('calls')}>
      {mine.length === 0 ? (
        <NoCalls calls={calls} />
      ) : (
        <VirtualRows label={t('calls')} rows={mine} rowHeight={36} keyOf={({ id }) => id}>
          {(call) => (
            <Link
              href={`/calls/${call.id}`}
              className="inset-ring-focus grid h-full grid-cols-[6.5rem_minmax(0,1fr)_3.5rem] items-center gap-3 border-line-quiet border-b px-4 text-sm hover:bg-surface-hover"
            >
              {mark(call)}
              <span className="truncate font-medium" title={call.customer.company}>
                {call.customer.company}
              </span>
              <span className="text-right text-text-quiet">
                <Elapsed since={call.answeredAt ?? call.startedAt} />
              </span>
            </Link>
          )}
        </VirtualRows>
      )}
    </TodaySection>
  );
}

function NoCalls({ calls }: { readonly calls: ReturnType<typeof useActiveCalls> }): ReactElement {
  const { t } = useTranslation(['today', 'shell']);
  const lost = useConnectionLost();
  if (calls.isPending) return <SkeletonRows rows={3} label={t('shell:loading')} />;
  if (calls.data === undefined) {
    return <LoadFailure what="calls" error={calls.error} onRetry={() => void calls.refetch()} />;
  }
  if (lost) return <EmptyState icon={CloudOff} title={t('callsUnknown')} />;
  return <EmptyState icon={PhoneCall} title={t('noCalls')} hint={t('noCallsHint')} />;
}
