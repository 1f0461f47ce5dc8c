import { SearchX, Users } from 'lucide-react';
import { type ReactElement, type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useCustomers } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { CustomerRow, customerColumns } from './customer-row.tsx';

/** Beside the rows there is room for what can be done with a customer. */
const headedColumns = `mr-28 ${customerColumns}`;

const skeletonColumns = {
  className: headedColumns,
  cells: ['', 'hidden @lg:block', 'hidden @2xl:block', '', 'hidden @5xl:block', 'hidden @5xl:block'],
} as const satisfies SkeletonColumns;

interface CustomersListProps {
  readonly selected: CustomerId | null;
  readonly rowAction: (customer: Customer) => ReactNode;
}

/** Every customer, found by company, person or number. */
export function CustomersList({ selected, rowAction }: CustomersListProps): ReactElement {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const list = useCustomers(wanted);
  const searchRef = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => searchRef.current?.focus() });

  const customers = list.data?.pages.flatMap((page) => page.customers) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line-quiet border-b px-4 py-2.5">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <SearchField label={t('search')} value={search} onChange={setSearch} inputRef={searchRef} />
        <p role="status" className="min-w-16 text-right text-text-quiet text-xs">
          {list.isSuccess && t('total', { total })}
        </p>
      </header>
      <Rows
        list={list}
        empty={
          <NoCustomers search={wanted} onClear={() => setSearch('')} onLook={() => void list.refetch()} />
        }
      >
        {customers.length > 0 && (
          <>
            <Headings />
            <VirtualRows
              label={t('list')}
              rows={customers}
              rowHeight={32}
              keyOf={(customer) => customer.id}
              selectedKey={selected}
              onNearEnd={() => fetchMore(list)}
              foot={<ListFoot pages={list} />}
            >
              {(customer) => (
                <CustomerRow
                  customer={customer}
                  selected={customer.id === selected}
                  action={rowAction(customer)}
                />
              )}
            </VirtualRows>
          </>
        )}
      </Rows>
    </section>
  );
}

function Headings(): ReactElement {
  const { t } = useTranslation('customers');
  return (
    <ColumnHeadings
      className={headedColumns}
      headings={[
        { text: t('column.company') },
        { text: t('column.person'), className: 'hidden @lg:block' },
        { text: t('column.phone'), className: 'hidden @2xl:block' },
        { text: t('column.status') },
        { text: t('column.lastCall'), className: 'hidden @5xl:block' },
        { text: t('column.owner'), className: 'hidden @5xl:block' },
      ]}
    />
  );
}

interface RowsProps {
  readonly list: ReturnType<typeof useCustomers>;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

function Rows({ list, empty, children }: RowsProps): ReactNode {
  const { t } = useTranslation('shell');
  if (list.isPending) {
    return (
      <>
        <Headings />
        <SkeletonRows rows={12} label={t('loading')} columns={skeletonColumns} />
      </>
    );
  }
  if (list.data === undefined) {
    return <LoadFailure what="customers" error={list.error} onRetry={() => void list.refetch()} />;
  }
  return children === false ? empty : children;
}

interface NoCustomersProps {
  readonly search: string;
  readonly onClear: () => void;
  readonly onLook: () => void;
}

function NoCustomers({ search, onClear, onLook }: NoCustomersProps): ReactElement {
  const { t } = useTranslation('customers');
  if (search === '') {
    return (
      <EmptyState icon={Users} title={t('empty')} hint={t('emptyHint')}>
        <Button onClick={onLook}>{t('emptyAction')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={t('noMatch', { search })}>
      <Button onClick={onClear}>{t('clearSearch')}</Button>
    </EmptyState>
  );
}
