import { Ban, Building2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { Customer } from '../../../backend/contract/customers.ts';
import { type Command, matching } from './command.ts';
import { CommandList } from './command-list.tsx';
import { CustomerCommands } from './customer-commands.tsx';
import { useCommands } from './use-commands.tsx';
import { type FoundCustomers, useFoundCustomers } from './use-found-customers.ts';

interface CommandPaletteProps {
  readonly me: AgentStatus;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
}

/** Everything the console can do, and everybody it can call, by name. */
export function CommandPalette({ me, onShowKeys, onSignOut, onClose }: CommandPaletteProps): ReactElement {
  const [customer, setCustomer] = useState<Customer | null>(null);
  if (customer === null) {
    return (
      <EveryCommand
        me={me}
        onShowKeys={onShowKeys}
        onSignOut={onSignOut}
        onCustomer={setCustomer}
        onDone={onClose}
      />
    );
  }
  return <CustomerCommands customer={customer} onBack={() => setCustomer(null)} onDone={onClose} />;
}

interface EveryCommandProps extends Pick<CommandPaletteProps, 'me' | 'onShowKeys' | 'onSignOut'> {
  readonly onCustomer: (customer: Customer) => void;
  readonly onDone: () => void;
}

function EveryCommand({ me, onShowKeys, onSignOut, onCustomer, onDone }: EveryCommandProps): ReactElement {
  const { t } = useTranslation(['palette', 'customers']);
  const [search, setSearch] = useState('');
  const found = useFoundCustomers(search);
  const own = useCommands({ me, onShowKeys, onSignOut }).map((command) => ({
    ...command,
    run: () => {
      onDone();
      command.run();
    },
  }));
  const customers = found.customers.map(
    (customer): Command => ({
      id: customer.id,
      group: 'customers',
      icon: customer.doNotCall ? (
        <Ban aria-hidden className="size-4 text-state-failed" />
      ) : (
        <Building2 aria-hidden className="size-4" />
      ),
      label: customer.company,
      keywords: '',
      hint: [customer.doNotCall ? t('customers:doNotCall') : null, customer.department, customer.person]
        .filter((part) => part !== null)
        .join(' '),
      run: () => onCustomer(customer),
    }),
  );
  const commands = [...matching(own, search), ...customers];
  return (
    <CommandList placeholder={t('search')} search={search} onSearch={setSearch} commands={commands}>
      <Note search={search} found={found} nothing={commands.length === 0} />
    </CommandList>
  );
}

interface NoteProps {
  readonly search: string;
  readonly found: FoundCustomers;
  readonly nothing: boolean;
}

/** At the foot: what the search of customers has come to. */
function Note({ search, found, nothing }: NoteProps): ReactElement | null {
  const { t } = useTranslation('palette');
  const words = ((): string => {
    switch (found.status) {
      case 'idle':
        return t('hint');
      case 'searching':
        return t('searching');
      case 'failed':
        return t('failed');
      case 'found':
        if (found.more > 0) return t('more', { number: found.more });
        return nothing ? t('nothing', { search }) : t('hint');
    }
  })();
  return <p className="border-line-quiet border-t px-4 py-2 text-text-quiet text-xs">{words}</p>;
}
