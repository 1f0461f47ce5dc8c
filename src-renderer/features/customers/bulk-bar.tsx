import { ChevronDown, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Customer, customerStatusSchema } from '../../../backend/contract/customers.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { type BulkChange, useBulkChange } from './use-bulk-change.ts';
import { useOwners } from './use-owners.ts';

/** As many as one request may name. */
const most = 1_000;

interface BulkBarProps {
  readonly customers: readonly Customer[];
  readonly onClear: () => void;
  /** What else can be done with them. */
  readonly children: ReactNode;
}

/** What can be done with everybody who is chosen. */
export function BulkBar({ customers, onClear, children }: BulkBarProps): ReactElement {
  const { t } = useTranslation('customers');
  const lost = useConnectionLost();
  const bulk = useBulkChange(customers);
  const tooMany = customers.length > most;
  const disabled = lost || tooMany || bulk.isPending;
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.label')}
      className="flex flex-wrap items-center gap-1 rounded-sm bg-surface-selected px-1.5"
    >
      <p role="status" className="px-1 font-medium text-xs">
        {t('bulk.count', { count: customers.length })}
      </p>
      {tooMany && <p className="text-state-failed text-xs">{t('bulk.tooMany', { most })}</p>}
      <StatusMenu bulk={bulk} disabled={disabled} />
      <OwnerMenu bulk={bulk} disabled={disabled} />
      <TagsMenu customers={customers} bulk={bulk} disabled={disabled} />
      {children}
      <Button size="small" tone="quiet" onClick={onClear}>
        <X aria-hidden className="size-3.5" />
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

interface BulkMenuProps {
  readonly bulk: BulkChange;
  readonly disabled: boolean;
}

function StatusMenu({ bulk, disabled }: BulkMenuProps): ReactElement {
  const { t } = useTranslation(['customers', 'vocabulary']);
  return (
    <BulkMenu label={t('bulk.status')} disabled={disabled}>
      {customerStatusSchema.options.map((status) => (
        <MenuItem key={status} onSelect={() => bulk.change({ status })}>
          {t(`vocabulary:customerStatus.${status}`)}
        </MenuItem>
      ))}
    </BulkMenu>
  );
}

function OwnerMenu({ bulk, disabled }: BulkMenuProps): ReactElement {
  const { t } = useTranslation('customers');
  const owners = useOwners();
  return (
    <BulkMenu label={t('bulk.owner')} disabled={disabled}>
      <MenuItem onSelect={() => bulk.change({ ownerId: null })}>{t('filter.nobody')}</MenuItem>
      {owners.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => bulk.change({ ownerId: id })}>
          {name}
        </MenuItem>
      ))}
    </BulkMenu>
  );
}

function TagsMenu({
  customers,
  bulk,
  disabled,
}: BulkMenuProps & Pick<BulkBarProps, 'customers'>): ReactElement {
  const { t } = useTranslation('customers');
  const [adding, setAdding] = useState(false);
  const tags = [...new Set(customers.flatMap((customer) => customer.tags))].toSorted();
  return (
    <>
      <BulkMenu label={t('bulk.tags')} disabled={disabled}>
        <MenuItem onSelect={() => setAdding(true)}>{t('bulk.newTag')}</MenuItem>
        {tags.length > 0 && <MenuLine />}
        {tags.length > 0 && <MenuHeading>{t('bulk.removeTags')}</MenuHeading>}
        {tags.map((tag) => (
          <MenuItem key={tag} onSelect={() => bulk.change({ removeTags: [tag] })}>
            {tag}
          </MenuItem>
        ))}
      </BulkMenu>
      {adding && (
        <TagDialog
          count={customers.length}
          onClose={() => setAdding(false)}
          onTag={(tag) => bulk.change({ addTags: [tag] })}
        />
      )}
    </>
  );
}

interface BulkMenuFrameProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

function BulkMenu({ label, disabled, children }: BulkMenuFrameProps): ReactElement {
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" tone="quiet" disabled={disabled}>
          {label}
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
