import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import { announcedTo } from '../../backend/contract/do-not-disturb.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { Session } from '../../backend/contract/session.ts';
import type { Presence } from '../../backend/contract/vocabulary.ts';
import { useOfferAnswers } from '../features/handoff/use-offer-answers.ts';
import { lineOf } from '../features/softphone/softphone-line.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { useKeys } from '../platform/keyboard.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useOffers } from '../platform/queries.ts';
import { unsavedWork } from '../platform/unsaved-work.ts';
import { Toasts } from '../ui/toasts.tsx';
import { AlertBanners } from './alert-banners.tsx';
import { AppBar } from './app-bar.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ConsoleSounds } from './console-sounds.tsx';
import { Navigation } from './navigation.tsx';
import { OfferCorner } from './offer-corner.tsx';
import { OverlayPage, useOverlay } from './overlay.tsx';
import { Pages } from './pages.tsx';
import { usePalettePreloaded } from './palette.tsx';
import { useDesktopApp } from './use-desktop-app.ts';
import { useDueNotifications } from './use-due-notifications.ts';
import { useGoKeys } from './use-go-keys.ts';
import { useLineCheck } from './use-line-check.ts';
import { useLostLine } from './use-lost-line.ts';
import { useOfferNotifications } from './use-offer-notifications.ts';
import { useSignOut } from './use-sign-out.ts';
import { WhatsNew } from './whats-new.tsx';

interface ShellProps {
  readonly session: Session;
  readonly profile: AgentProfile;
  readonly onReconnect: () => void;
}

/** The same one each time: what follows the offers would else begin anew whenever anything is drawn. */
const noOffers: readonly Offer[] = [];

/** Navigation, page and softphone bar, and over them the alert for an offer. */
export function Shell({ session, profile, onReconnect }: ShellProps): ReactElement {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const { drafts } = usePlatform();
  const content = useRef<HTMLElement>(null);
  const offers = useOffers(profile.agentId).data ?? noOffers;
  const announced = announcedTo(profile.status.busyReason, offers);
  const answers = useOfferAnswers((callId) => navigate(`/calls/${callId}`));
  const inCall = lineOf(useSoftphone().state) !== null || talksBySoftphone(profile.status);
  const overlay = useOverlay({ offered: announced.length > 0, inCall });
  const showKeys = (): void => overlay.show('keys');
  const showPalette = (): void => overlay.show('palette');
  const signOut = useSignOut();
  const leave = (): void =>
    inCall || unsavedWork(drafts.keys()).length > 0 ? overlay.show('sign-out') : signOut();

  useKeys({ '?': showKeys, 'mod+k': showPalette });
  useGoKeys(profile.role);
  useLineCheck();
  useLostLine();
  usePalettePreloaded();
  useDesktopApp({
    profile,
    offers,
    answers,
    simulated: session.telephony.carrier === 'simulated',
    onReconnect,
    onSignOut: leave,
    onQuitAsked: () => overlay.show('quit'),
  });
  const notified = profile.settings.notifications?.browser ?? true;
  useDueNotifications(notified && profile.status.busyReason !== 'do-not-disturb');
  useOfferNotifications(announced, notified);

  return (
    <div className="group/shell flex h-full flex-col">
      <button type="button" className="sr-only focus:not-sr-only" onClick={() => content.current?.focus()}>
        {t('skipToContent')}
      </button>
      <Notices presence={profile.status.presence} onReconnect={onReconnect} />
      <div className="flex min-h-0 flex-1">
        <Navigation
          carrier={session.telephony.carrier}
          name={profile.name}
          role={profile.role}
          onShowKeys={showKeys}
          onShowPalette={showPalette}
          onSignOut={leave}
        />
        <div className="flex min-w-0 flex-1 flex-col">
          <main ref={content} tabIndex={-1} className="min-h-0 flex-1 outline-none">
            <Pages profile={profile} onShowKeys={showKeys} />
          </main>
          <OfferCorner offers={offers} answers={answers} reachable={profile.status.reachability !== 'none'} />
        </div>
      </div>
      <Toasts />
      <ConsoleSounds me={profile.agentId} offers={announced.filter(({ id }) => id !== answers.accepting)} />
      <AppBar
        carrier={session.telephony.carrier}
        status={profile.status}
        onShowKeys={showKeys}
        onSignOut={leave}
      />
      <WhatsNew customerWaits={offers.length > 0} />
      <OverlayPage
        overlay={overlay}
        me={profile.status}
        inCall={inCall}
        onLeave={leave}
        onSignOut={signOut}
      />
    </div>
  );
}

interface NoticesProps {
  readonly presence: Presence;
  readonly onReconnect: () => void;
}

/** In the empty part of the navigation, where that has one; toasts, when there are any, have the lower half of it. */
function Notices({ presence, onReconnect }: NoticesProps): ReactElement {
  return (
    <div className="aside:fixed aside:top-120 aside:left-2 aside:z-10 aside:flex aside:max-h-[calc(100vh-41.5rem)] aside:group-has-data-toast/shell:max-h-[calc((100vh-42.5rem)/2)] aside:w-40 aside:flex-col aside:gap-2 aside:overflow-y-auto aside:has-data-banner:fade-below">
      <ConnectionBanner onReconnect={onReconnect} />
      <AlertBanners presence={presence} />
    </div>
  );
}

/** Also in another window, whose line goes with the session, too; a telephone's stays. */
function talksBySoftphone({ presence, reachability }: AgentProfile['status']): boolean {
  return presence === 'on-call' && reachability === 'softphone';
}
