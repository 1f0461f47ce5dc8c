import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import type { Session } from '../../backend/contract/session.ts';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { DueCount } from '../features/reminders/due-count.tsx';
import { modifierName } from '../platform/keyboard.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Kbd } from '../ui/kbd.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CallCounts } from './call-counts.tsx';
import { CarrierBadge } from './carrier-badge.tsx';
import { PhoneLink } from './phone-link.tsx';
import { type Place as PlaceInMenu, placesOf } from './places.ts';

interface NavigationProps {
  readonly carrier: Session['telephony']['carrier'];
  readonly name: string;
  readonly role: Role;
  readonly onShowKeys: () => void;
  readonly onShowPalette: () => void;
  readonly onSignOut: () => void;
}

/** In words; in a narrower window as icons; in a strip, where only the call counts, not at all. */
export function Navigation({
  carrier,
  name,
  role,
  onShowKeys,
  onShowPalette,
  onSignOut,
}: NavigationProps): ReactElement {
  const { t } = useTranslation('shell');
  const { desktop } = usePlatform();
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex w-44 shrink-0 flex-col gap-0.5 border-line-quiet border-r bg-surface-sunken p-2 max-wide:w-13 max-strip:hidden"
    >
      <p className="flex h-10 items-center gap-2 px-1.5 font-semibold text-lg">
        <img src="./icon.svg" alt="" className="size-6" />
        <span className="max-wide:sr-only">{t('appName')}</span>
      </p>
      <PaletteButton onClick={onShowPalette} />
      {placesOf(role).map((place) => (
        <Place key={place.name} {...place} />
      ))}
      <div className="mt-auto flex flex-col items-start gap-1">
        {carrier === 'simulated' && desktop === null && <PhoneLink />}
        <div className="px-1 max-wide:self-center max-wide:px-0">
          <CarrierBadge carrier={carrier} />
        </div>
        <AccountMenu name={name} onShowKeys={onShowKeys} onSignOut={onSignOut} />
      </div>
    </nav>
  );
}

function PaletteButton({ onClick }: { readonly onClick: () => void }): ReactElement {
  const { t } = useTranslation('palette');
  return (
    <button
      type="button"
      aria-keyshortcuts={`${modifierName === '⌘' ? 'Meta' : 'Control'}+K`}
      title={t('title')}
      onClick={onClick}
      className="mb-1.5 flex h-8 items-center gap-2.5 rounded-sm border border-line-quiet bg-surface-raised px-2.5 text-sm text-text-quiet hover:border-line hover:text-text"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left max-wide:sr-only">{t('open')}</span>
      <span className="max-wide:hidden">
        <Kbd>{`${modifierName} K`}</Kbd>
      </span>
    </button>
  );
}

function Place({ name, icon: Icon }: PlaceInMenu): ReactElement {
  const { t } = useTranslation('shell');
  const [here] = useRoute(`/${name}/*?`);
  return (
    <Link
      href={`/${name}`}
      aria-current={here ? 'page' : undefined}
      title={t(`nav.${name}`)}
      className="relative flex h-8 items-center gap-2.5 rounded-sm px-2.5 text-sm text-text-quiet hover:bg-surface-hover hover:text-text aria-[current]:bg-surface-hover aria-[current]:font-medium aria-[current]:text-text"
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="max-wide:sr-only">{t(`nav.${name}`)}</span>
      {name === 'calls' && <CallCounts />}
      {name === 'reminders' && <DueCount />}
    </Link>
  );
}
