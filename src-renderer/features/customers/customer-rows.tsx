import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
import type { useCustomers } from '../../platform/queries.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { CustomerRow, customerColumns } from './customer-row.tsx';
import type { Selection } from './selection.ts';

/** Before the rows there is room to choose them, beside them for what can be done with a customer. */
const headedColumns = `ml-10 mr-34 ${customerColumns}`;

const skeletonColumns = {
  className: headedColumns,
  cells: ['', 'hidden @lg:block', 'hidden @2xl:block', '', 'hidden @5xl:block', 'hidden @5xl:block'],
} as const satisfies SkeletonColumns;

interface CustomerRowsProps {
  readonly list: ReturnType<typeof useCustomers>;
  readonly customers: readonly Customer[];
  readonly opened: CustomerId | null;
  readonly selection: Selection;
  readonly rowAction: (customer: Customer) => ReactNode;
  readonly empty: ReactNode;
}

/** The rows of the list, or what is there in their place. */
export function CustomerRows(props: CustomerRowsProps): ReactNode {
  const { list, customers, opened, selection, rowAction, empty } = props;
  const { t } = useTranslation(['customers', 'shell']);
  if (list.isPending) {
    return (
      <>
        <Headings />
        <SkeletonRows rows={12} label={t('shell:loading')} columns={skeletonColumns} />
      </>
    );
  }
  if (list.data === undefined) {
    return <LoadFailure what="customers" error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (customers.length === 0) return empty;
  return (
    <>
      <Headings />
      <VirtualRows
        label={t('list')}
        rows={customers}
        rowHeight={32}
        keyOf={(customer) => customer.id}
        selectedKey={opened}
        onNearEnd={() => fetchMore(list)}
        foot={<ListFoot pages={list} />}
      >
        {(customer) => (
          <CustomerRow
            customer={customer}
            selected={customer.id === opened}
            chosen={selection.ids.has(customer.id)}
            onChoose={(range) => (range ? selection.extendTo(customer.id) : selection.toggle(customer.id))}
            action={rowAction(customer)}
          />
        )}
      </VirtualRows>
    </>
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
