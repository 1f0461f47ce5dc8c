import { type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { Session } from '../../backend/contract/session.ts';
import { useOfferAnswers } from '../features/handoff/use-offer-answers.ts';
import { lineOf } from '../features/softphone/softphone-line.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { useKeys } from '../platform/keyboard.ts';
import { useOffers } from '../platform/queries.ts';
import { Toasts } from '../ui/toasts.tsx';
import { AlertBanners } from './alert-banners.tsx';
import { AppBar } from './app-bar.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ConsoleSounds } from './console-sounds.tsx';
import { KeyHelp } from './key-help.tsx';
import { Navigation } from './navigation.tsx';
import { OfferCorner } from './offer-corner.tsx';
import { Pages } from './pages.tsx';
import { Palette, usePalettePreloaded } from './palette.tsx';
import { SignOutQuestion } from './sign-out-question.tsx';
import { useDesktopApp } from './use-desktop-app.ts';
import { useGoKeys } from './use-go-keys.ts';
import { useOfferNotifications } from './use-offer-notifications.ts';
import { useSignOut } from './use-sign-out.ts';
import { WhatsNew } from './whats-new.tsx';

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
  const [over, setOver] = useState<'nothing' | 'keys' | 'palette' | 'sign-out'>('nothing');
  const offers = useOffers(profile.agentId).data ?? [];
  const answers = useOfferAnswers((callId) => navigate(`/calls/${callId}`));
  const showKeys = (): void => setOver('keys');
  const close = (): void => setOver('nothing');
  const showPalette = (): void => setOver('palette');
  const inCall = lineOf(useSoftphone().state) !== null;
  const signOut = useSignOut();
  const leave = (): void => (inCall ? setOver('sign-out') : signOut());
  useYielding(offers.length > 0, close);

  useKeys({ '?': showKeys, 'mod+k': showPalette });
  useGoKeys();
  usePalettePreloaded();
  useDesktopApp({ profile, offers, answers, onReconnect, onSignOut: leave });
  useOfferNotifications(offers);

  return (
    <div className="flex h-full flex-col">
      <button type="button" className="sr-only focus:not-sr-only" onClick={() => content.current?.focus()}>
        {t('skipToContent')}
      </button>
      <ConnectionBanner onReconnect={onReconnect} />
      <AlertBanners presence={profile.status.presence} />
      <div className="flex min-h-0 flex-1">
        <Navigation
          carrier={session.telephony.carrier}
          name={profile.name}
          onShowKeys={showKeys}
          onShowPalette={showPalette}
          onSignOut={leave}
        />
        <main ref={content} tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <Pages profile={profile} onShowKeys={showKeys} />
        </main>
      </div>
      <Toasts />
      <OfferCorner offers={offers} answers={answers} reachable={profile.status.reachability !== 'none'} />
      <ConsoleSounds me={profile.agentId} offers={offers.filter(({ id }) => id !== answers.accepting)} />
      <AppBar
        carrier={session.telephony.carrier}
        status={profile.status}
        onShowKeys={showKeys}
        onSignOut={leave}
      />
      <WhatsNew customerWaits={offers.length > 0} />
      {over === 'keys' && <KeyHelp onClose={close} />}
      {over === 'palette' && (
        <Palette me={profile.status} onShowKeys={showKeys} onSignOut={leave} onClose={close} />
      )}
      {over === 'sign-out' && <SignOutQuestion onYes={signOut} onNo={close} />}
    </div>
  );
}

/** What is open over the page closes when an offer arrives, which would be behind it and out of reach. */
function useYielding(offered: boolean, close: () => void): void {
  const onOffered = useEffectEvent(close);
  useEffect(() => {
    if (offered) onOffered();
  }, [offered]);
}
