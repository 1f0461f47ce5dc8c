import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId, CustomerId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useHistory } from '../../platform/queries.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { CallDuration } from '../../ui/call-duration.tsx';
import { CallOutcome } from '../../ui/call-outcome.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';

const columns = {
  className: 'grid grid-cols-[6.5rem_8.5rem_4rem_minmax(0,1fr)] gap-x-3 px-4',
  cells: ['', '', '', ''],
} as const satisfies SkeletonColumns;

interface CustomerCallsProps {
  readonly customerId: CustomerId;
  readonly me: AgentId;
}

/** The calls with a customer so far, newest first. */
export function CustomerCalls({ customerId, me }: CustomerCallsProps): ReactElement {
  const { t } = useTranslation(['customers', 'shell', 'history']);
  const history = useHistory(customerId);
  if (history.isPending) return <SkeletonRows rows={3} label={t('shell:loading')} columns={columns} />;
  if (history.isError)
    return <LoadFailure what="history" error={history.error} onRetry={() => void history.refetch()} />;

  const calls = history.data.pages.flatMap((page) => page.calls);
  if (calls.length === 0) return <p className="px-4 pb-4 text-sm text-text-quiet">{t('noCalls')}</p>;
  return (
    <>
      <ul>
        {calls.map((call) => (
          <li key={call.id}>
            <PastCall call={call} me={me} />
          </li>
        ))}
      </ul>
      {history.hasNextPage && (
        <div className="p-4">
          <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t('history:older')}
          </Button>
        </div>
      )}
    </>
  );
}

interface PastCallProps {
  readonly call: CallSession;
  readonly me: AgentId;
}

function PastCall({ call, me }: PastCallProps): ReactElement {
  const { t } = useTranslation('vocabulary');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <Link
      href={isOver(call.status) ? `/history/${call.id}` : `/calls/${call.id}`}
      className={`inset-ring-focus min-h-8 items-center border-line-quiet border-b text-sm hover:bg-surface-hover ${columns.className}`}
    >
      <span className="text-text-quiet">{formatDay(call.startedAt, clock.now(), language)}</span>
      <CallOutcome call={call} me={me} />
      <span className="whitespace-nowrap text-right text-text-quiet">
        <CallDuration call={call} />
      </span>
      <span className="truncate text-text-quiet">
        {call.resultReason !== null && t(`resultReason.${call.resultReason}`)}
      </span>
    </Link>
  );
}
