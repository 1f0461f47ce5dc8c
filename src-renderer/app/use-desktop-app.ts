import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { useChoosePresence } from '../features/agents/presence-switch.tsx';
import type { OfferAnswers } from '../features/handoff/use-offer-answers.ts';
import { mutedOf } from '../features/softphone/softphone-line.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import type { DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import type { ServerClock } from '../platform/server-clock.ts';
import { useLanguage } from '../platform/use-language.ts';
import { shownSoftphone } from './shown-softphone.ts';
import { useChosenNotifications } from './use-chosen-notifications.ts';
import { useAway, useWaking } from './use-power.ts';

interface DesktopAppOptions {
  readonly profile: AgentProfile;
  readonly offers: readonly Offer[];
  readonly answers: OfferAnswers;
  /** Whether nobody real is on the line. */
  readonly simulated: boolean;
  readonly onReconnect: () => void;
  readonly onSignOut: () => void;
  /** In mid-call only. */
  readonly onQuitAsked: () => void;
}

/** Inside the desktop app: shows it what its tray and alert are about, and does what is chosen there. Nothing in a browser. */
export function useDesktopApp(options: DesktopAppOptions): void {
  const { profile, onReconnect } = options;
  const bridge = usePlatform().desktop?.bridge ?? null;
  useShownPresence(bridge, profile);
  useShownSoftphone(bridge);
  useShownOffers(bridge, options);
  useShownPreferences(bridge);
  useChosenNotifications(bridge, profile);
  useChosenOutside(bridge, options);
  useAway(bridge, profile.status);
  useWaking(bridge, onReconnect);
}

function useShownPresence(bridge: DesktopBridge | null, { name, status }: AgentProfile): void {
  const connected = useStore(usePlatform().connection, ({ type }) => type === 'live');
  const { presence, busyReason, withinWorkingHours } = status;
  useEffect(() => {
    void bridge?.presence.show(
      connected
        ? { kind: 'signed-in', name, presence, busyReason, withinWorkingHours }
        : { kind: 'disconnected', name, busyReason },
    );
  }, [bridge, connected, name, presence, busyReason, withinWorkingHours]);
}

function useShownSoftphone(bridge: DesktopBridge | null): void {
  const { state } = useSoftphone();
  useEffect(() => {
    void bridge?.softphone.show(shownSoftphone(state));
  }, [bridge, state]);
}

function useShownOffers(
  bridge: DesktopBridge | null,
  { offers, answers: { accepting }, simulated }: DesktopAppOptions,
): void {
  const { clock, connection } = usePlatform();
  const connected = useStore(connection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Each connection tells the server's time anew; what was shown before may have gone by a wrong clock.
  useEffect(() => {
    const here = offers.map((offer) => byLocalClock(offer, clock));
    void bridge?.offers.show({ offers: here, accepting, simulated });
  }, [bridge, offers, accepting, simulated, clock, connected]);
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
  { answers, onSignOut: signOut, onQuitAsked: askToQuit }: DesktopAppOptions,
): void {
  const [, navigate] = useLocation();
  const { state, mute } = useSoftphone();
  const { choose } = useChoosePresence();
  const toggleMute = useEffectEvent(() => {
    const muted = mutedOf(state);
    if (muted !== null) mute(!muted);
  });
  const onChosen = useEffectEvent(choose);
  const onSignOut = useEffectEvent(signOut);
  const onQuitAsked = useEffectEvent(askToQuit);
  const onAccepted = useEffectEvent(answers.accept);
  const onDeclined = useEffectEvent(answers.decline);
  const onOpened = useEffectEvent((callId: string) => navigate(`/calls/${callId}`));
  const onReminderOpened = useEffectEvent((customerId: string | null) =>
    navigate(customerId === null ? '/reminders' : `/customers/${customerId}`),
  );

  useEffect(() => {
    if (bridge === null) return;
    const undo = [
      bridge.presence.onChosen((status) => onChosen(status)),
      bridge.softphone.onMuteToggled(() => toggleMute()),
      bridge.session.onSignOutChosen(() => onSignOut()),
      bridge.app.onQuitAsked(() => onQuitAsked()),
      bridge.offers.onAccepted((offerId) => onAccepted(offerId)),
      bridge.offers.onDeclined(({ offerId, reason }) => onDeclined(offerId, reason)),
      bridge.calls.onOpened((callId) => onOpened(callId)),
      bridge.reminders.onOpened((customerId) => onReminderOpened(customerId)),
    ];
    return () => {
      for (const stop of undo) stop();
    };
  }, [bridge]);
}
