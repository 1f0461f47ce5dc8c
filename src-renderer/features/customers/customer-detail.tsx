import { Pencil } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { BlockedNumber } from './blocked-number.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerForm } from './customer-form.tsx';
import { CustomerReminders } from './customer-reminders.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import { draftKeyOf } from './use-customer-form.ts';

interface CustomerDetailProps {
  readonly customer: Customer;
  readonly me: AgentId;
  /** The ways to call. */
  readonly actions: ReactNode;
}

/** A customer: who they are, what is planned, and everything that happened; E turns it into its form. */
export function CustomerDetail({ customer, me, actions }: CustomerDetailProps): ReactElement {
  const { t } = useTranslation(['customers', 'customer']);
  const { drafts } = usePlatform();
  const [editing, setEditing] = useState(() => drafts.recall(draftKeyOf(customer)) !== undefined);
  const edit = (): void => setEditing(true);
  useKeys(editing ? {} : { e: edit });
  return (
    <section aria-label={t('detail')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <div className="flex items-start justify-between gap-2 pr-4">
        <DetailHeader list="/customers" back={t('back')}>
          {customer.companyKana !== null && <p className="text-text-quiet text-xs">{customer.companyKana}</p>}
          <h2 className="font-semibold text-xl">{customer.company}</h2>
        </DetailHeader>
        {!editing && (
          <span className="mt-3">
            <Button size="small" aria-keyshortcuts="E" onClick={edit}>
              <Pencil aria-hidden className="size-3.5" />
              {t('customer:edit')}
              <Kbd>E</Kbd>
            </Button>
          </span>
        )}
      </div>
      {editing ? (
        <div className="px-4 pt-2">
          <CustomerForm customer={customer} onDone={() => setEditing(false)} />
        </div>
      ) : (
        <>
          <div className="flex flex-col gap-4 px-4 pt-2 pb-4">
            {customer.doNotCall && <BlockedNumber customer={customer} />}
            {actions}
            <CustomerFacts customer={customer} />
          </div>
          <CustomerReminders customer={customer} />
          <CustomerTimeline customerId={customer.id} me={me} />
        </>
      )}
    </section>
  );
}
