import { Plus } from 'lucide-react';
import { type ReactElement, type ReactNode, useDeferredValue, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Customer, CustomerFilter } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useCustomers } from '../../platform/queries.ts';
import { buttonClass } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CustomerRows } from './customer-rows.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListMenu } from './list-menu.tsx';
import { NoCustomers } from './no-customers.tsx';
import { useSelection } from './selection.ts';
import { SortMenu } from './sort-menu.tsx';
import { useKeptList } from './use-kept-list.ts';
import { useListKeys } from './use-list-keys.ts';
import { ViewsMenu } from './views-menu.tsx';

interface CustomersListProps {
  readonly selected: CustomerId | null;
  readonly rowAction: (customer: Customer) => ReactNode;
  /** What else can be done with those who are chosen. */
  readonly bulkAction: (customerIds: readonly CustomerId[]) => ReactNode;
}

/** Every customer: searched, filtered, ordered; chosen for a change, exported, or opened. */
export function CustomersList({ selected, rowAction, bulkAction }: CustomersListProps): ReactElement {
  const { t } = useTranslation('customers');
  const [kept, keep] = useKeptList();
  const filter = useDeferredValue(kept.filter);
  const list = useCustomers(trimmed(filter));
  const customers = list.data?.pages.flatMap((page) => page.customers) ?? [];
  const selection = useSelection(customers);
  const searchRef = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => searchRef.current?.focus() });
  useListKeys(frame, selection);

  const change = (changed: CustomerFilter): void => keep({ ...kept, filter: changed });
  const search = kept.filter.search ?? '';
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="@container flex flex-col gap-1.5 border-line-quiet border-b px-4 py-2">
        <div className="flex items-center gap-3">
          <h1 className="shrink-0 font-semibold text-lg">{t('title')}</h1>
          <SearchField
            label={t('search')}
            value={search}
            onChange={(typed) => change({ ...kept.filter, search: typed === '' ? undefined : typed })}
            inputRef={searchRef}
          />
          <AddLink />
          <ListMenu filter={trimmed(kept.filter)} />
        </div>
        {selection.ids.size === 0 ? (
          <div className="-ml-2 flex flex-wrap items-center gap-x-1">
            <ViewsMenu list={kept} onChange={keep} />
            <FilterBar filter={kept.filter} onChange={change} />
            <SortMenu sort={kept.filter.sort} onChange={(sort) => change({ ...kept.filter, sort })} />
            <Total list={list} />
          </div>
        ) : (
          <BulkBar customers={customers.filter(({ id }) => selection.ids.has(id))} onClear={selection.clear}>
            {bulkAction([...selection.ids])}
          </BulkBar>
        )}
      </header>
      <div ref={frame} className="flex min-h-0 flex-1 flex-col">
        <CustomerRows
          list={list}
          customers={customers}
          opened={selected}
          selection={selection}
          rowAction={rowAction}
          empty={<NoCustomers filter={filter} onClear={() => keep({ filter: {}, viewId: null })} />}
        />
      </div>
    </section>
  );
}

/** Where there is little room, its words are for screen readers alone. */
function AddLink(): ReactElement {
  const { t } = useTranslation('customers');
  return (
    <Link href="/customers/new" title={t('add')} className={buttonClass({ tone: 'plain', size: 'medium' })}>
      <Plus aria-hidden className="size-4" />
      <span className="@max-2xl:sr-only">{t('add')}</span>
    </Link>
  );
}

function Total({ list }: { readonly list: ReturnType<typeof useCustomers> }): ReactElement {
  const { t } = useTranslation('customers');
  const page = list.data?.pages[0];
  return (
    <p role="status" className="ml-auto text-right text-text-quiet text-xs">
      {page !== undefined && t(page.totalIs === 'exact' ? 'total' : 'countAtLeast', { total: page.total })}
    </p>
  );
}

function trimmed({ search, ...filter }: CustomerFilter): CustomerFilter {
  const words = search?.trim().slice(0, 100) ?? '';
  return words === '' ? filter : { ...filter, search: words };
}
