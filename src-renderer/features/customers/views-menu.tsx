import { Bookmark, ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../backend/contract/customer-views.ts';
import type { CustomerFilter } from '../../../backend/contract/customers.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { useCustomerViews } from './use-customer-views.ts';
import type { KeptList } from './use-kept-list.ts';
import { ViewDialog } from './view-dialog.tsx';

interface ViewsMenuProps {
  readonly list: KeptList;
  readonly onChange: (list: KeptList) => void;
}

type Naming = { readonly type: 'new' } | { readonly type: 'rename'; readonly view: CustomerView };

/** The lists that are kept under a name. */
export function ViewsMenu({ list, onChange }: ViewsMenuProps): ReactElement {
  const { t } = useTranslation('customers');
  const lost = useConnectionLost();
  const [naming, setNaming] = useState<Naming | null>(null);
  const { views, save, remove } = useCustomerViews((view) => onChange(keptOf(view)));
  const chosen = views.find(({ id }) => id === list.viewId) ?? null;
  const forget = (view: CustomerView): void => {
    remove(view);
    onChange({ ...list, viewId: null });
  };

  return (
    <>
      <Menu
        label={t('view.label')}
        trigger={
          <Button size="small" tone={chosen === null ? 'quiet' : 'plain'}>
            <Bookmark aria-hidden className="size-3.5" />
            <span className="max-w-40 truncate">{chosen?.name ?? t('view.label')}</span>
            <ChevronDown aria-hidden className="size-3.5" />
          </Button>
        }
      >
        <MenuItem checked={chosen === null} onSelect={() => onChange({ filter: {}, viewId: null })}>
          {t('view.all')}
        </MenuItem>
        {views.map((view) => (
          <MenuItem key={view.id} checked={view.id === list.viewId} onSelect={() => onChange(keptOf(view))}>
            {view.name}
          </MenuItem>
        ))}
        {views.length === 0 && <MenuHeading>{t('view.none')}</MenuHeading>}
        <MenuLine />
        <MenuItem disabled={lost} onSelect={() => setNaming({ type: 'new' })}>
          {t('view.save')}
        </MenuItem>
        {chosen !== null && (
          <ChosenItems
            chosen={chosen}
            disabled={lost}
            onReplace={() => save({ viewId: chosen.id, name: chosen.name, filter: list.filter })}
            onRename={() => setNaming({ type: 'rename', view: chosen })}
            onForget={() => forget(chosen)}
          />
        )}
      </Menu>
      {naming !== null && (
        <ViewDialog
          title={t(naming.type === 'new' ? 'view.saveTitle' : 'view.renameTitle')}
          name={naming.type === 'new' ? '' : naming.view.name}
          onName={(name) => save({ ...wantedOf(naming, list.filter), name })}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

interface ChosenItemsProps {
  readonly chosen: CustomerView;
  readonly disabled: boolean;
  readonly onReplace: () => void;
  readonly onRename: () => void;
  readonly onForget: () => void;
}

/** What can be done with the view that is shown. */
function ChosenItems({
  chosen: { name },
  disabled,
  onReplace,
  onRename,
  onForget,
}: ChosenItemsProps): ReactElement {
  const { t } = useTranslation('customers');
  return (
    <>
      <MenuItem disabled={disabled} onSelect={onReplace}>
        {t('view.replace', { name })}
      </MenuItem>
      <MenuItem disabled={disabled} onSelect={onRename}>
        {t('view.rename', { name })}
      </MenuItem>
      <MenuItem disabled={disabled} onSelect={onForget}>
        {t('view.remove', { name })}
      </MenuItem>
    </>
  );
}

function wantedOf(
  naming: Naming,
  filter: CustomerFilter,
): Pick<CustomerView, 'filter'> & { viewId: CustomerView['id'] | null } {
  return naming.type === 'new'
    ? { viewId: null, filter }
    : { viewId: naming.view.id, filter: naming.view.filter };
}

function keptOf({ id, filter }: CustomerView): KeptList {
  return { filter, viewId: id };
}
