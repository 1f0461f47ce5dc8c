import { CircleUser } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
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
        <Button tone="quiet" aria-label={`${t('account.menu')}: ${name}`} title={name}>
          <CircleUser aria-hidden className="size-4 shrink-0" />
          <span className="max-w-28 truncate max-wide:sr-only">{name}</span>
        </Button>
      }
    >
      <MenuItem onSelect={onShowKeys}>{t('account.help')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={onSignOut}>{t('account.signOut')}</MenuItem>
    </Menu>
  );
}
