import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { BlockedNumber } from './blocked-number.tsx';
import { CustomerCalls } from './customer-calls.tsx';
import { CustomerStatusMark } from './customer-status-mark.tsx';

interface CustomerDetailProps {
  readonly customer: Customer;
  readonly me: AgentId;
  /** The ways to call. */
  readonly actions: ReactNode;
}

export function CustomerDetail({ customer, me, actions }: CustomerDetailProps): ReactElement {
  const { t } = useTranslation('customers');
  return (
    <section aria-label={t('detail')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <DetailHeader list="/customers" back={t('back')}>
        {customer.companyKana !== null && <p className="text-text-quiet text-xs">{customer.companyKana}</p>}
        <h2 className="font-semibold text-xl">{customer.company}</h2>
      </DetailHeader>
      <div className="flex flex-col gap-4 px-4 pt-2 pb-4">
        {customer.doNotCall && <BlockedNumber customer={customer} />}
        {actions}
        <Facts customer={customer} />
      </div>
      <h3 className="border-line-quiet border-t px-4 pt-3 pb-1 font-semibold text-base">{t('callsTitle')}</h3>
      <CustomerCalls customerId={customer.id} me={me} />
    </section>
  );
}

function Facts({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation('customers');
  const { clock } = usePlatform();
  const language = useLanguage();
  const who = [customer.department, customer.person].filter((part) => part !== null).join(' ');
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1.5 text-sm [&_dt]:text-text-quiet">
      <dt>{t('column.phone')}</dt>
      <dd>{formatPhoneNumber(customer.phoneNumber)}</dd>
      {who !== '' && (
        <>
          <dt>{t('person')}</dt>
          <dd>{who}</dd>
        </>
      )}
      <dt>{t('column.status')}</dt>
      <dd className="flex items-center">
        <CustomerStatusMark customer={customer} />
      </dd>
      <dt>{t('column.owner')}</dt>
      <dd>{customer.owner?.name ?? t('noOwner')}</dd>
      {customer.nextReminderAt !== null && (
        <>
          <dt>{t('reminder')}</dt>
          <dd>{formatDay(customer.nextReminderAt, clock.now(), language)}</dd>
        </>
      )}
      {customer.note !== '' && (
        <>
          <dt>{t('note')}</dt>
          <dd className="whitespace-pre-wrap">{customer.note}</dd>
        </>
      )}
    </dl>
  );
}
