import { AudioLines, Building2, Phone, PhoneCall } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Customer } from '../../../backend/contract/customers.ts';
import { useStartCall } from '../../features/calls/use-start-call.ts';
import { useSoftphone } from '../../features/softphone/use-softphone.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Command, matching } from './command.ts';
import { CommandList } from './command-list.tsx';

interface CustomerCommandsProps {
  readonly customer: Customer;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** What can be done for one customer. Stays until the call is dialled, so that a refusal is read where it was asked for. */
export function CustomerCommands({ customer, onBack, onDone }: CustomerCommandsProps): ReactElement {
  const { t } = useTranslation(['palette', 'calls']);
  const [search, setSearch] = useState('');
  const [, navigate] = useLocation();
  const go = (place: string): void => {
    onDone();
    navigate(place);
  };
  const start = useStartCall(customer.id, (callId) => go(`/calls/${callId}`));
  const refused = useRefusals(customer);

  const open: Command = {
    id: 'open',
    group: 'customers',
    icon: <Building2 aria-hidden className="size-4" />,
    label: t('openCustomer'),
    keywords: '',
    run: () => go(`/customers/${customer.id}`),
  };
  const callId = customer.activeCallId;
  const commands: readonly Command[] =
    callId === null
      ? [
          {
            ...open,
            id: 'ai',
            icon: <AudioLines aria-hidden className="size-4" />,
            label: t('calls:start.ai'),
            refused: refused.ai,
            run: () => start.mutate('ai'),
          },
          {
            ...open,
            id: 'hand',
            icon: <Phone aria-hidden className="size-4" />,
            label: t('calls:start.hand'),
            refused: refused.hand,
            run: () => start.mutate('agent'),
          },
          open,
        ]
      : [
          {
            ...open,
            id: 'call',
            icon: <PhoneCall aria-hidden className="size-4" />,
            label: t('calls:start.openCall'),
            run: () => go(`/calls/${callId}`),
          },
          open,
        ];
  return (
    <CommandList
      placeholder={t('searchActions')}
      search={search}
      onSearch={setSearch}
      commands={start.isPending ? [] : matching(commands, search)}
      about={{ title: customer.company, onBack }}
    >
      {start.isPending && (
        <div className="px-4 pb-4">
          <Notice tone="info">{t('calls:start.dialling')}</Notice>
        </div>
      )}
      {start.isError && (
        <div className="px-4 pb-4">
          <FailureNotice error={start.error} />
        </div>
      )}
    </CommandList>
  );
}

/** Why this customer cannot be called now, by the AI and by hand. */
function useRefusals({ doNotCall }: Customer): { ai: string | null; hand: string | null } {
  const { t } = useTranslation(['calls', 'customers']);
  const { state } = useSoftphone();
  const lost = useConnectionLost();
  const ai = doNotCall ? t('customers:doNotCall') : lost ? t('notLive') : null;
  return { ai, hand: ai ?? (state.phase === 'ready' ? null : t('start.softphoneNeeded')) };
}
