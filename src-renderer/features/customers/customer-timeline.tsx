import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../backend/contract/customer-timeline.ts';
import type { AgentId, CustomerId } from '../../../backend/contract/ids.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useTimeline } from './use-timeline.ts';

interface CustomerTimelineProps {
  readonly customerId: CustomerId;
  readonly me: AgentId;
}

/** Calls, changes, imports, reminders and blocks of a customer, newest first. */
export function CustomerTimeline({ customerId, me }: CustomerTimelineProps): ReactElement {
  const { t } = useTranslation('customer');
  return (
    <section aria-label={t('timeline.title')} className="border-line-quiet border-t">
      <h3 className="px-4 pt-3 pb-1 font-semibold text-base">{t('timeline.title')}</h3>
      <Entries customerId={customerId} me={me} />
    </section>
  );
}

function Entries({ customerId, me }: CustomerTimelineProps): ReactNode {
  const { t } = useTranslation(['customer', 'shell']);
  const timeline = useTimeline(customerId);
  if (timeline.isPending) return <SkeletonText lines={4} label={t('shell:loading')} />;
  const retry = (again: () => unknown): ReactElement => (
    <div className="p-4">
      <FailureNotice
        error={timeline.error}
        action={
          <Button size="small" onClick={() => void again()}>
            {t('shell:retry')}
          </Button>
        }
      />
    </div>
  );
  if (timeline.data === undefined) return retry(timeline.refetch);

  const entries = timeline.data.pages.flatMap((page) => page.entries).filter(isNews);
  if (entries.length === 0) return <p className="px-4 pb-4 text-sm text-text-quiet">{t('timeline.empty')}</p>;
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <TimelineRow key={entry.key} entry={entry} me={me} />
        ))}
      </ol>
      {timeline.isFetchNextPageError && retry(timeline.fetchNextPage)}
      {timeline.hasNextPage && !timeline.isFetchNextPageError && (
        <div className="p-4">
          <Button busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
            {t('timeline.older')}
          </Button>
        </div>
      )}
    </>
  );
}

/** That a reminder was made, the reminder itself says, and what came of a call, the call. */
function isNews(entry: TimelineEntry): boolean {
  if (entry.type !== 'change') return true;
  if (entry.action === 'call-result') return entry.before?.['status'] !== entry.after?.['status'];
  return entry.action !== 'reminder-added';
}
