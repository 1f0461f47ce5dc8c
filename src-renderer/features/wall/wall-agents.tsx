import { Users } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { useAgents } from '../../platform/queries.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { PresenceMark } from '../../ui/presence-mark.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';

/** Everybody and their presence, since when, with a way to the call they are on. */
export function WallAgents(): ReactElement {
  const { t } = useTranslation('wall');
  const agents = useAgents();
  return (
    <section aria-label={t('agents')} className="flex h-full min-h-0 flex-col">
      <h2 className="px-4 pt-3 pb-1 font-semibold text-base">{t('agents')}</h2>
      {agents.data === undefined || agents.data.length === 0 ? (
        <Nobody agents={agents} />
      ) : (
        <VirtualRows label={t('agents')} rows={agents.data} rowHeight={32} keyOf={({ agentId }) => agentId}>
          {(status) => <AgentRow status={status} />}
        </VirtualRows>
      )}
    </section>
  );
}

function Nobody({ agents }: { readonly agents: ReturnType<typeof useAgents> }): ReactElement {
  const { t } = useTranslation(['wall', 'shell']);
  if (agents.isPending) return <SkeletonRows rows={4} label={t('shell:loading')} />;
  if (agents.data === undefined) {
    return <LoadFailure what="agents" error={agents.error} onRetry={() => void agents.refetch()} />;
  }
  return <EmptyState icon={Users} title={t('noAgents')} />;
}

const AgentRow = memo(function AgentRow({ status }: { readonly status: AgentStatus }): ReactElement {
  const { t } = useTranslation('wall');
  const { name, presence, busyReason, since, activeCallId, withinWorkingHours } = status;
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(0,auto)_minmax(3.5rem,auto)] items-center gap-3 border-line-quiet border-b px-4 text-sm">
      {activeCallId === null ? (
        <span className="truncate" title={name}>
          {name}
        </span>
      ) : (
        <Link
          href={`/wall/${activeCallId}`}
          aria-label={t('openCall', { name })}
          className="truncate font-medium hover:underline"
        >
          {name}
        </Link>
      )}
      <PresenceMark presence={presence} busyReason={busyReason} offHours={!withinWorkingHours} />
      <span className="whitespace-nowrap text-right text-text-quiet" title={t('since')}>
        <span className="sr-only">{t('since')} </span>
        <Elapsed since={since} />
      </span>
    </div>
  );
});
