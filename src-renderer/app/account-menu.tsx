import { CircleUser } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';

interface AccountMenuProps {
  readonly name: string;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

export function AccountMenu({ name, onShowKeys, onSignOut }: AccountMenuProps): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <Menu
      label={t('account.menu')}
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`${t('account.menu')}: ${name}`}
          title={name}
          className="flex h-8 w-full items-center gap-2.5 rounded-sm px-2.5 text-sm text-text-quiet hover:bg-surface-hover hover:text-text"
        >
          <CircleUser aria-hidden className="size-4 shrink-0" />
          <span className="truncate max-wide:sr-only">{name}</span>
        </button>
      }
    >
      <MenuItem onSelect={onShowKeys}>{t('account.help')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={onSignOut}>{t('account.signOut')}</MenuItem>
    </Menu>
  );
}
