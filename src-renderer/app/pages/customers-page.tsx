import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import {
  type AgentId,
  type CallId,
  type CustomerId,
  customerIdSchema,
} from '../../../backend/contract/ids.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { StartCallButtons } from '../../features/calls/start-call-buttons.tsx';
import { StartCallShortcut } from '../../features/calls/start-call-shortcut.tsx';
import { CampaignMenu } from '../../features/campaigns/members/campaign-menu.tsx';
import { CustomerDetail } from '../../features/customers/customer-detail.tsx';
import { CustomersList } from '../../features/customers/customers-list.tsx';
import { NewCustomer } from '../../features/customers/new-customer.tsx';
import { useCustomer } from '../../platform/queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { TwoPanes } from '../two-panes.tsx';

interface CustomersPageProps {
  readonly customerId: string | undefined;
  readonly me: AgentId;
  readonly role: Role;
}

export function CustomersPage({ customerId, me, role }: CustomersPageProps): ReactElement {
  const [, navigate] = useLocation();
  const selected = customerIdSchema.safeParse(customerId).data ?? null;
  const openCall = (callId: CallId): void => navigate(`/calls/${callId}`);
  const adding = customerId === 'new';
  return (
    <TwoPanes
      detailShown={selected === null && !adding ? 'none' : 'open'}
      list={
        <CustomersList
          selected={selected}
          rowAction={(customer) => <StartCallShortcut customer={customer} onStarted={openCall} />}
          bulkAction={(customerIds) =>
            role === 'admin' && (
              <CampaignMenu customerIds={customerIds} onPropose={() => navigate('/campaigns/new')} />
            )
          }
        />
      }
      detail={
        <>
          {adding && <NewCustomer me={me} onAdded={(id) => navigate(`/customers/${id}`)} />}
          {selected !== null && (
            <SelectedCustomer key={selected} customerId={selected} me={me} onCallStarted={openCall} />
          )}
        </>
      }
    />
  );
}

interface SelectedCustomerProps {
  readonly customerId: CustomerId;
  readonly me: AgentId;
  readonly onCallStarted: (callId: CallId) => void;
}

function SelectedCustomer({ customerId, me, onCallStarted }: SelectedCustomerProps): ReactElement {
  const { t } = useTranslation('shell');
  const customer = useCustomer(customerId);
  if (customer.isPending) return <SkeletonText lines={8} label={t('loading')} />;
  if (customer.data === undefined) {
    return (
      <LoadFailure
        what="customer"
        list="/customers"
        error={customer.error}
        onRetry={() => void customer.refetch()}
      />
    );
  }
  return (
    <CustomerDetail
      customer={customer.data}
      me={me}
      actions={<StartCallButtons customer={customer.data} onStarted={onCallStarted} />}
    />
  );
}
