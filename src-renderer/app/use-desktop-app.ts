import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { useChoosePresence } from '../features/agents/presence-switch.tsx';
import type { OfferAnswers } from '../features/handoff/use-offer-answers.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import type { DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import type { ServerClock } from '../platform/server-clock.ts';
import { useLanguage } from '../platform/use-language.ts';
import { useAway, useWaking } from './use-power.ts';

interface DesktopAppOptions {
  readonly profile: AgentProfile;
  readonly offers: readonly Offer[];
  readonly answers: OfferAnswers;
  readonly onReconnect: () => void;
  readonly onSignOut: () => void;
}

/** Inside the desktop app: shows it what its tray and alert are about, and does what is chosen there. Nothing in a browser. */
export function useDesktopApp(options: DesktopAppOptions): void {
  const { profile, offers, answers, onReconnect } = options;
  const bridge = usePlatform().desktop?.bridge ?? null;
  useShownPresence(bridge, profile);
  useShownSoftphone(bridge);
  useShownOffers(bridge, offers, answers);
  useShownPreferences(bridge);
  useChosenOutside(bridge, options);
  useAway(bridge, profile.status);
  useWaking(bridge, onReconnect);
}

function useShownPresence(bridge: DesktopBridge | null, { name, status }: AgentProfile): void {
  const connected = useStore(usePlatform().connection, ({ type }) => type === 'live');
  const { presence, busyReason } = status;
  useEffect(() => {
    void bridge?.presence.show(
      connected ? { kind: 'signed-in', name, presence, busyReason } : { kind: 'disconnected', name },
    );
  }, [bridge, connected, name, presence, busyReason]);
}

function useShownSoftphone(bridge: DesktopBridge | null): void {
  const { state } = useSoftphone();
  const muted = state.phase === 'on-call' ? state.muted : null;
  useEffect(() => {
    void bridge?.softphone.show(muted === null ? { kind: 'idle' } : { kind: 'on-call', muted });
  }, [bridge, muted]);
}

function useShownOffers(
  bridge: DesktopBridge | null,
  offers: readonly Offer[],
  { accepting }: OfferAnswers,
): void {
  const { clock } = usePlatform();
  useEffect(() => {
    void bridge?.offers.show({ offers: offers.map((offer) => byLocalClock(offer, clock)), accepting });
  }, [bridge, offers, accepting, clock]);
}

/** The alert window and the main process know this computer's clock only. */
function byLocalClock(offer: Offer, clock: ServerClock): Offer {
  const ahead = clock.now() - Date.now();
  const local = (instant: string): string => new Date(Date.parse(instant) - ahead).toISOString();
  return { ...offer, offeredAt: local(offer.offeredAt), deadline: local(offer.deadline) };
}

function useShownPreferences(bridge: DesktopBridge | null): void {
  const language = useLanguage();
  useEffect(() => {
    void bridge?.app.setLanguage(language);
  }, [bridge, language]);
  const appearance = useStore(usePlatform().preferences, (chosen) => chosen.appearance);
  useEffect(() => {
    void bridge?.app.setAppearance(appearance);
  }, [bridge, appearance]);
}

function useChosenOutside(
  bridge: DesktopBridge | null,
  { answers, onSignOut: signOut }: DesktopAppOptions,
): void {
  const [, navigate] = useLocation();
  const { state, mute } = useSoftphone();
  const { choose } = useChoosePresence();
  const toggleMute = useEffectEvent(() => {
    if (state.phase === 'on-call') mute(!state.muted);
  });
  const onChosen = useEffectEvent(choose);
  const onSignOut = useEffectEvent(signOut);
  const onAccepted = useEffectEvent(answers.accept);
  const onDeclined = useEffectEvent(answers.decline);
  const onOpened = useEffectEvent((callId: string) => navigate(`/calls/${callId}`));

  useEffect(() => {
    if (bridge === null) return;
    const undo = [
      bridge.presence.onChosen((status) => onChosen(status)),
      bridge.softphone.onMuteToggled(() => toggleMute()),
      bridge.session.onSignOutChosen(() => onSignOut()),
      bridge.offers.onAccepted((offerId) => onAccepted(offerId)),
      bridge.offers.onDeclined(({ offerId, reason }) => onDeclined(offerId, reason)),
      bridge.calls.onOpened((callId) => onOpened(callId)),
    ];
    return () => {
      for (const stop of undo) stop();
    };
  }, [bridge]);
}
