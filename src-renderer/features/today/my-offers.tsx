import { BellOff, BellRing, CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { useOffers } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Remaining } from '../../ui/elapsed.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TodaySection } from './today-section.tsx';

/** What the agent is asked to take now, or why nobody asks. They answer on the card that is over every screen. */
export function MyOffers({ me }: { readonly me: AgentStatus }): ReactElement {
  const { t } = useTranslation(['today', 'vocabulary', 'shell']);
  const offers = useOffers(me.agentId);
  const open = offers.data ?? [];
  return (
    <TodaySection title={t('offers')}>
      {offers.isPending && <SkeletonRows rows={2} label={t('shell:loading')} />}
      {offers.isError && offers.data === undefined && (
        <LoadFailure error={offers.error} onRetry={() => void offers.refetch()} />
      )}
      {offers.data !== undefined && open.length === 0 && <NoOffers me={me} />}
      <ul className="min-h-0 overflow-y-auto">
        {open.map(({ id, callId, brief, reason, deadline }) => (
          <li key={id} className="flex items-center gap-3 border-line-quiet border-b px-4 py-2 text-sm">
            <BellRing aria-hidden className="size-4 shrink-0 text-state-waiting" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{brief.company}</p>
              <p className="truncate text-text-quiet text-xs">{t(`vocabulary:handoffReason.${reason}`)}</p>
            </div>
            <span className="font-semibold text-state-waiting">
              <Remaining until={deadline} />
            </span>
            <Link href={`/calls/${callId}`} className={buttonClass({ tone: 'plain', size: 'small' })}>
              {t('openCall')}
            </Link>
          </li>
        ))}
      </ul>
    </TodaySection>
  );
}

function NoOffers({ me }: { readonly me: AgentStatus }): ReactElement {
  const { t } = useTranslation('today');
  const lost = useConnectionLost();
  if (lost) return <EmptyState icon={CloudOff} title={t('offersUnknown')} />;
  if (!me.withinWorkingHours) return <EmptyState icon={BellOff} title={t('noOffers')} hint={t('offHours')} />;
  if (me.busyReason === 'unanswered') {
    return <EmptyState icon={BellOff} title={t('noOffers')} hint={t('unanswered')} />;
  }
  return me.presence === 'available' ? (
    <EmptyState icon={BellOff} title={t('noOffers')} />
  ) : (
    <EmptyState icon={BellOff} title={t('noOffers')} hint={t('notAvailable')} />
  );
}
