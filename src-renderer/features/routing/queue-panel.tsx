import { CloudOff, Hourglass } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { useActiveCalls } from '../../platform/queries.ts';
import { useQueue } from '../../platform/team-queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { QueueRow } from './queue-row.tsx';

interface QueuePanelProps {
  /** Where a call is opened. */
  readonly placeOf: (callId: CallId) => string;
  /** Admins see everybody who waits, agents those whom they may take. */
  readonly viewer: Role;
}

/** The customers who wait for a human, who waits longest first, and why nobody is with them yet. */
export function QueuePanel({ placeOf, viewer }: QueuePanelProps): ReactElement {
  const { t } = useTranslation('routing');
  const queue = useQueue();
  const lost = useConnectionLost();
  const calls = useActiveCalls().data;
  const { waiting = [], longestSince = null } = queue.data ?? {};
  return (
    <section aria-label={t('queue.title')} className="@container flex h-full min-h-0 flex-col">
      <header className="flex items-baseline gap-3 px-4 pt-3 pb-1">
        <h2 className="font-semibold text-base">{t('queue.title')}</h2>
        {waiting.length > 0 && (
          <span className="font-medium text-state-waiting text-sm">
            {t('queue.number', { number: waiting.length })}
          </span>
        )}
        {longestSince !== null && (
          <span className="ml-auto text-text-quiet text-xs">
            {t('queue.longest')} <Elapsed since={longestSince} />
          </span>
        )}
      </header>
      {waiting.length === 0 ? (
        <Nobody queue={queue} lost={lost} viewer={viewer} />
      ) : (
        <VirtualRows
          label={t('queue.title')}
          rows={waiting}
          rowHeight={52}
          keyOf={({ handoffId }) => handoffId}
        >
          {(entry) => {
            const handoff = calls?.find(({ id }) => id === entry.callId)?.handoff;
            const standing = handoff?.id === entry.handoffId ? handoff.status : null;
            return <QueueRow entry={entry} place={placeOf(entry.callId)} standing={standing} />;
          }}
        </VirtualRows>
      )}
    </section>
  );
}

interface NobodyProps {
  readonly queue: ReturnType<typeof useQueue>;
  readonly lost: boolean;
  readonly viewer: Role;
}

function Nobody({ queue, lost, viewer }: NobodyProps): ReactNode {
  const { t } = useTranslation(['routing', 'shell']);
  if (queue.isPending) return <SkeletonRows rows={2} label={t('shell:loading')} />;
  if (queue.data === undefined) {
    return <LoadFailure what="queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  }
  if (lost) return <EmptyState icon={CloudOff} title={t('queue.unknown')} />;
  if (viewer === 'agent') return <EmptyState icon={Hourglass} title={t('queue.noneForMe')} />;
  return <EmptyState icon={Hourglass} title={t('queue.empty')} hint={t('queue.emptyHint')} />;
}
