import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { useHistory } from '../../platform/queries.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { HistoryRow, historyColumns } from './history-row.tsx';

interface HistoryListProps {
  readonly selected: CallId | null;
  readonly me: AgentId;
}

/** Every call, newest first, loaded as it is scrolled through. */
export function HistoryList({ selected, me }: HistoryListProps): ReactElement {
  const { t } = useTranslation('history');
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="border-line-quiet border-b px-4 py-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
      </header>
      <Rows selected={selected} me={me} />
    </section>
  );
}

function Rows({ selected, me }: HistoryListProps): ReactElement {
  const { t } = useTranslation(['history', 'shell']);
  const history = useHistory(null);
  if (history.isPending) {
    return (
      <>
        <Headings />
        <SkeletonRows rows={12} label={t('shell:loading')} />
      </>
    );
  }
  if (history.data === undefined) {
    return <LoadFailure error={history.error} onRetry={() => void history.refetch()} />;
  }
  const calls = history.data.pages.flatMap((page) => page.calls);
  if (calls.length === 0) return <EmptyState icon={History} title={t('empty')} hint={t('emptyHint')} />;
  return (
    <>
      <Headings />
      <VirtualRows
        label={t('list')}
        rows={calls}
        rowHeight={36}
        keyOf={(call) => call.id}
        selectedKey={selected}
        onNearEnd={() => fetchMore(history)}
        foot={<ListFoot pages={history} />}
      >
        {(call) => <HistoryRow call={call} me={me} selected={call.id === selected} />}
      </VirtualRows>
    </>
  );
}

function Headings(): ReactElement {
  const { t } = useTranslation('history');
  return (
    <ColumnHeadings
      className={historyColumns}
      headings={[
        { text: t('column.at') },
        { text: t('column.company') },
        { text: t('column.result') },
        { text: t('column.reason'), className: 'hidden @2xl:block' },
        { text: t('column.duration'), className: 'text-right' },
        { text: t('column.agent'), className: 'hidden @2xl:block' },
      ]}
    />
  );
}
