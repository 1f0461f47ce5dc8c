import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HandoffStatus } from '../../../backend/contract/handoffs.ts';
import type { Queue } from '../../../backend/contract/routing.ts';
import { Elapsed, Remaining } from '../../ui/elapsed.tsx';
import { WhyButton } from './why-button.tsx';

interface QueueRowProps {
  readonly entry: Queue['waiting'][number];
  readonly place: string;
  /** Where the handoff stands; null while the call is not known here. */
  readonly standing: HandoffStatus | null;
}

/** Two lines: who waits and for how long; why they want a human, and who is being asked. */
export const QueueRow = memo(function QueueRow({ entry, place, standing }: QueueRowProps): ReactElement {
  const { t } = useTranslation(['routing', 'vocabulary']);
  const { company, reason, waitingSince, givenUpAt, asked, handoffId } = entry;
  const names = asked.map(({ name }) => name).join(t('queue.separator'));
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 border-line-quiet border-b px-4 text-sm">
      <div className="min-w-0">
        <Link href={place} className="block truncate font-medium hover:underline" title={company}>
          {company}
        </Link>
        <p className="truncate text-text-quiet text-xs">
          <span className={asked.length === 0 ? 'text-state-waiting' : ''}>
            {asked.length === 0 ? t('queue.searching') : t(`queue.${stepOf(standing)}`, { names })}
          </span>
          <span className="ml-2">{t(`vocabulary:handoffReason.${reason}`)}</span>
        </p>
      </div>
      <div className="text-right">
        <p className="font-semibold text-state-waiting" title={t('queue.waited')}>
          <span className="sr-only">{t('queue.waited')} </span>
          <Elapsed since={waitingSince} />
        </p>
        {givenUpAt !== null && (
          <p className="text-text-quiet text-xs">
            {t('queue.aiReturns')} <Remaining until={givenUpAt} />
          </p>
        )}
      </div>
      <WhyButton handoffId={handoffId} company={company} />
    </div>
  );
});

/** Who has accepted is not asked any more. */
function stepOf(standing: HandoffStatus | null): 'asking' | 'standby' | 'joining' {
  return standing === 'standby' || standing === 'joining' ? standing : 'asking';
}
