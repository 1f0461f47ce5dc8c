import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { useHistory } from '../../platform/queries.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { HistoryRow, historyColumns } from './history-row.tsx';

const skeletonColumns = {
  className: historyColumns,
  cells: ['', '', '', 'hidden @2xl:block', '', 'hidden @2xl:block'],
} as const satisfies SkeletonColumns;

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
        <SkeletonRows rows={12} label={t('shell:loading')} columns={skeletonColumns} />
      </>
    );
  }
  if (history.data === undefined) {
    return <LoadFailure what="history" error={history.error} onRetry={() => void history.refetch()} />;
  }
  const calls = history.data.pages.flatMap((page) => page.calls);
  if (calls.length === 0) {
    return (
      <EmptyState icon={History} title={t('empty')} hint={t('emptyHint')}>
        <Link href="/customers" className={buttonClass({ tone: 'plain', size: 'medium' })}>
          {t('emptyAction')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <Headings />
      <VirtualRows
        label={t('list')}
        rows={calls}
        rowHeight={32}
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
