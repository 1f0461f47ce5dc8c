import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Customer } from '../../../backend/contract/customers.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { ResultMark } from '../../ui/result-mark.tsx';
import { CustomerStatusMark } from './customer-status-mark.tsx';

/** Columns give way from the right where there is no room for them. */
export const customerColumns = [
  'grid grid-cols-[minmax(0,1fr)_6.5rem] gap-3',
  '@lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_6.5rem]',
  '@2xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_7.5rem_6.5rem]',
  '@5xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_7.5rem_6.5rem_11.5rem_6rem]',
].join(' ');

interface CustomerRowProps {
  readonly customer: Customer;
  /** Its page is open. */
  readonly selected: boolean;
  /** For a change of several. */
  readonly chosen: boolean;
  readonly onChoose: (range: boolean) => void;
  readonly action: ReactNode;
}

export function CustomerRow(props: CustomerRowProps): ReactElement {
  const { customer, selected, chosen, onChoose, action } = props;
  const { t } = useTranslation('customers');
  return (
    <div
      data-selected={selected || chosen || undefined}
      className="@container flex h-full items-center border-line-quiet border-b pr-4 hover:bg-surface-hover data-selected:bg-surface-selected"
    >
      <label className="flex h-full w-10 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          aria-label={t('select', { company: customer.company })}
          checked={chosen}
          onChange={({ nativeEvent }) => onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          className="size-4 accent-accent"
        />
      </label>
      <Link
        data-customer={customer.id}
        href={`/customers/${customer.id}`}
        aria-current={selected ? 'true' : undefined}
        className={`inset-ring-focus -ml-2 h-full min-w-0 flex-1 pl-2 items-center text-sm ${customerColumns}`}
      >
        <span className="truncate font-medium">{customer.company}</span>
        <span className="hidden truncate text-text-quiet @lg:block">
          {[customer.department, customer.person].filter((part) => part !== null).join(' ')}
        </span>
        <span className="hidden text-text-quiet @2xl:block">{formatPhoneNumber(customer.phoneNumber)}</span>
        <span className="flex min-w-0 text-xs">
          <CustomerStatusMark customer={customer} />
        </span>
        <span className="hidden @5xl:block">
          <LastCall customer={customer} />
        </span>
        <span className="hidden truncate text-text-quiet @5xl:block">{customer.owner?.name}</span>
      </Link>
      <div className="flex w-30 shrink-0 justify-end">{action}</div>
    </div>
  );
}

function LastCall({ customer: { lastCall } }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation('customers');
  const { clock } = usePlatform();
  const language = useLanguage();
  if (lastCall === null) return <span className="text-text-quiet">{t('never')}</span>;
  return (
    <span className="flex items-center gap-2 text-text-quiet">
      <span className="w-23 shrink-0 whitespace-nowrap">{formatDay(lastCall.at, clock.now(), language)}</span>
      {lastCall.result !== null && <ResultMark result={lastCall.result} />}
    </span>
  );
}
