import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerImport, ImportOutcome } from '../../../../backend/contract/customer-imports.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Choices } from '../../../ui/choices.tsx';
import { ColumnHeadings } from '../../../ui/column-headings.tsx';
import { fetchMore, ListFoot } from '../../../ui/list-foot.tsx';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { VirtualRows } from '../../../ui/virtual-rows.tsx';
import { ImportRow, importRowColumns, linesOf } from './import-row.tsx';

type Wanted = ImportOutcome | 'all';

/** What became of the rows, or would: a line for each problem, by row and column. */
export function ImportRows({ one }: { readonly one: CustomerImport }): ReactElement {
  const { t } = useTranslation('customerImports');
  const [wanted, setWanted] = useState<Wanted>('all');
  const outcomes: readonly ImportOutcome[] =
    one.state === 'undone' ? ['undone', 'kept'] : ['refused', 'skipped', 'updated', 'created'];
  const title = t(one.state === 'checked' ? 'rows.checkedTitle' : 'rows.title');
  return (
    <section aria-label={title} className="flex min-h-0 flex-1 flex-col border-line-quiet border-t">
      <header className="flex flex-wrap items-center gap-3 px-4 py-2">
        <h2 className="font-semibold text-base">{title}</h2>
        <Choices
          label={t('rows.outcome')}
          value={wanted}
          options={[
            { value: 'all', label: t('rows.all') },
            ...outcomes.map((value) => ({ value, label: t(`rows.outcomes.${value}`) })),
          ]}
          onChange={setWanted}
        />
      </header>
      <Rows one={one} wanted={wanted} />
    </section>
  );
}

function Rows({ one, wanted }: { readonly one: CustomerImport; readonly wanted: Wanted }): ReactNode {
  const { t } = useTranslation(['customerImports', 'shell']);
  const { api } = usePlatform();
  const outcome = wanted === 'all' ? null : wanted;
  const rows = useInfiniteQuery({
    queryKey: [...queryKeys.importRows(one.id), outcome],
    queryFn: ({ pageParam: after }) => api.importRows({ importId: one.id, outcome, after }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  if (rows.isPending) return <SkeletonRows rows={8} label={t('shell:loading')} />;
  if (rows.data === undefined) {
    return <LoadFailure error={rows.error} onRetry={() => void rows.refetch()} />;
  }
  const lines = rows.data.pages.flatMap((page) => page.rows).flatMap(linesOf);
  if (lines.length === 0) {
    return (
      <p className="px-4 py-2 text-sm text-text-quiet">{t(wanted === 'all' ? 'rows.none' : 'rows.noneOf')}</p>
    );
  }
  const names = one.settings?.hasHeader === true ? (one.analysis?.firstRow ?? []) : [];
  return (
    <>
      <ColumnHeadings
        className={importRowColumns}
        headings={[
          { text: t('rows.row'), className: 'text-right' },
          { text: t('rows.outcome') },
          { text: t('rows.company') },
          { text: t('rows.column'), className: 'hidden @2xl:block' },
          { text: t('rows.what') },
        ]}
      />
      <VirtualRows
        label={t('rows.title')}
        rows={lines}
        rowHeight={32}
        keyOf={({ key }) => key}
        onNearEnd={() => fetchMore(rows)}
        foot={<ListFoot pages={rows} />}
      >
        {(line) => <ImportRow line={line} names={names} />}
      </VirtualRows>
    </>
  );
}
