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
import { useLanguage } from '../platform/use-language.ts';
import { useSignOut } from './use-sign-out.ts';

interface DesktopAppOptions {
  readonly profile: AgentProfile;
  readonly offers: readonly Offer[];
  readonly answers: OfferAnswers;
}

/** Inside the desktop app: shows it what its tray and alert are about, and does what is chosen there. Nothing in a browser. */
export function useDesktopApp({ profile, offers, answers }: DesktopAppOptions): void {
  const bridge = usePlatform().desktop?.bridge ?? null;
  useShownPresence(bridge, profile);
  useShownSoftphone(bridge);
  useChosenOutside(bridge, answers);

  useEffect(() => {
    void bridge?.offers.show([...offers]);
  }, [bridge, offers]);
  const language = useLanguage();
  useEffect(() => {
    void bridge?.app.setLanguage(language);
  }, [bridge, language]);
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

function useChosenOutside(bridge: DesktopBridge | null, answers: OfferAnswers): void {
  const [, navigate] = useLocation();
  const { state, mute } = useSoftphone();
  const { choose } = useChoosePresence();
  const signOut = useSignOut();
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
