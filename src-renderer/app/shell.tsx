import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { Session } from '../../backend/contract/session.ts';
import { useOfferAnswers } from '../features/handoff/use-offer-answers.ts';
import { useKeys } from '../platform/keyboard.ts';
import { useOffers } from '../platform/queries.ts';
import { AlertBanners } from './alert-banners.tsx';
import { AppBar } from './app-bar.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ConsoleSounds } from './console-sounds.tsx';
import { KeyHelp } from './key-help.tsx';
import { Navigation } from './navigation.tsx';
import { OfferCorner } from './offer-corner.tsx';
import { Pages } from './pages.tsx';
import { useDesktopApp } from './use-desktop-app.ts';
import { useGoKeys } from './use-go-keys.ts';
import { useOfferNotifications } from './use-offer-notifications.ts';

interface ShellProps {
  readonly session: Session;
  readonly profile: AgentProfile;
  readonly onReconnect: () => void;
}

/** Navigation, page and softphone bar, and over them the alert for an offer. */
export function Shell({ session, profile, onReconnect }: ShellProps): ReactElement {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const content = useRef<HTMLElement>(null);
  const [help, setHelp] = useState(false);
  const offers = useOffers(profile.agentId).data ?? [];
  const answers = useOfferAnswers((callId) => navigate(`/calls/${callId}`));
  const showHelp = (): void => setHelp(true);

  useKeys({ '?': showHelp });
  useGoKeys();
  useDesktopApp({ profile, offers, answers });
  useOfferNotifications(offers);

  return (
    <div className="flex h-full flex-col">
      <button type="button" className="sr-only focus:not-sr-only" onClick={() => content.current?.focus()}>
        {t('skipToContent')}
      </button>
      <ConnectionBanner onReconnect={onReconnect} />
      <AlertBanners />
      <div className="flex min-h-0 flex-1">
        <Navigation name={profile.name} onShowKeys={showHelp} />
        <main ref={content} tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <Pages profile={profile} onShowKeys={showHelp} />
        </main>
      </div>
      <OfferCorner offers={offers} answers={answers} />
      <ConsoleSounds me={profile.agentId} offers={offers.filter(({ id }) => id !== answers.accepting)} />
      <AppBar carrier={session.telephony.carrier} status={profile.status} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}
