import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import type { WantedHistory } from '../../platform/history-api.ts';
import type { useHistory } from '../../platform/queries.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { HistoryRow, historyColumns } from './history-row.tsx';
import { NoCalls } from './no-calls.tsx';
import { useRowKeys } from './use-row-keys.ts';

const skeletonColumns = {
  className: historyColumns,
  cells: ['', '', '', 'hidden @2xl:block', 'hidden @md:block', 'hidden @2xl:block'],
} as const satisfies SkeletonColumns;

const rowHeights = { plain: 32, withExcerpt: 56 };

interface HistoryRowsProps {
  readonly list: ReturnType<typeof useHistory>;
  readonly wanted: WantedHistory;
  readonly selected: CallId | null;
  readonly me: AgentId;
  readonly onClear: () => void;
}

/** The rows of the list, or what is there in their place. */
export function HistoryRows({ list, wanted, selected, me, onClear }: HistoryRowsProps): ReactElement {
  const { t } = useTranslation(['history', 'shell']);
  const calls = list.data?.pages.flatMap((page) => page.calls) ?? [];
  if (list.isPending) {
    return (
      <>
        <Headings />
        <SkeletonRows rows={12} label={t('shell:loading')} columns={skeletonColumns} />
      </>
    );
  }
  if (list.data === undefined) {
    return <LoadFailure what="history" error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (calls.length === 0) return <NoCalls wanted={wanted} onClear={onClear} />;
  return (
    <>
      <Headings />
      <Rows list={list} calls={calls} wanted={wanted} selected={selected} me={me} />
    </>
  );
}

interface RowsProps extends Omit<HistoryRowsProps, 'onClear'> {
  readonly calls: readonly CallSession[];
}

function Rows({ list, calls, wanted, selected, me }: RowsProps): ReactElement {
  const { t } = useTranslation('history');
  const frame = useRef<HTMLDivElement>(null);
  useRowKeys(frame, calls, selected);
  const searched = wanted.phrase !== undefined;
  const turns = searched ? (list.data?.pages.flatMap((page) => page.found) ?? []) : [];
  const found = Map.groupBy(turns, ({ callId }) => callId);
  return (
    <div ref={frame} aria-busy={list.isPlaceholderData} className="flex min-h-0 flex-1 flex-col">
      <VirtualRows
        key={searched ? 'withExcerpt' : 'plain'}
        label={t('list')}
        rows={calls}
        rowHeight={searched ? rowHeights.withExcerpt : rowHeights.plain}
        keyOf={(call) => call.id}
        selectedKey={selected}
        onNearEnd={() => fetchMore(list)}
        foot={<ListFoot pages={list} />}
      >
        {(call) => (
          <HistoryRow call={call} me={me} selected={call.id === selected} found={found.get(call.id) ?? []} />
        )}
      </VirtualRows>
    </div>
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
        { text: t('column.duration'), className: 'hidden text-right @md:block' },
        { text: t('column.agent'), className: 'hidden @2xl:block' },
      ]}
    />
  );
}
