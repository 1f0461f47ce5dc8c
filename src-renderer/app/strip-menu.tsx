import { Menu as MenuIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import { placesOf } from './places.ts';

interface StripMenuProps {
  readonly role: Role;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

/** What the navigation offers, for a strip, which has no room for one. */
export function StripMenu({ role, onShowKeys, onSignOut }: StripMenuProps): ReactElement {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  return (
    <Menu
      label={t('nav.label')}
      side="top"
      trigger={
        <Button tone="quiet" size="icon" aria-label={t('nav.label')} title={t('nav.label')}>
          <MenuIcon aria-hidden className="size-4" />
        </Button>
      }
    >
      {placesOf(role).map(({ name, icon: Icon }) => (
        <MenuItem key={name} onSelect={() => navigate(`/${name}`)}>
          <Icon aria-hidden className="size-4 shrink-0" />
          {t(`nav.${name}`)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={onShowKeys}>{t('account.help')}</MenuItem>
      <MenuItem onSelect={onSignOut}>{t('account.signOut')}</MenuItem>
    </Menu>
  );
}
