import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { NotificationSettings } from '../../backend/contract/notifications.ts';
import { accountOf } from '../platform/account.ts';
import { failureCode } from '../platform/api-failure.ts';
import { applyProfile } from '../platform/apply-event.ts';
import type { DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';

/** For who has chosen nothing, on a computer where somebody else has. */
const everyWay = { alertWindow: true, systemNotifications: true, flash: true } as const;

/**
 * What the agent chose on whichever computer holds on this one, too. Where they chose nothing since it follows them, what had been chosen on
 * this computer before does from now on, unless another account chose it.
 */
export function useChosenNotifications(
  bridge: DesktopBridge | null,
  { agentId, settings }: AgentProfile,
): void {
  const platform = usePlatform();
  const { api, log, preferences } = platform;
  const cache = useQueryClient();
  const { notifications } = settings;
  const me = accountOf(platform, agentId);
  const save = async (
    chosenHere: NotificationSettings,
    basedOn: number,
    matters: AbortSignal,
  ): Promise<void> => {
    try {
      const saved = await api.saveNotifications(null, { basedOn, notifications: chosenHere });
      if (!matters.aborted) applyProfile(cache, saved);
      return;
    } catch (error) {
      if (failureCode(error) !== 'changed-elsewhere') throw error;
    }
    // Asked now it would be another account that answers.
    if (matters.aborted) return;
    // The version is that of all settings: only where another computer has chosen meanwhile does that count.
    const fresh = await api.profile();
    if (matters.aborted) return;
    applyProfile(cache, fresh);
    if (fresh.settings.notifications === null) await save(chosenHere, fresh.settings.version, matters);
  };
  const takeOver = useEffectEvent(async (here: DesktopBridge, matters: AbortSignal): Promise<void> => {
    try {
      const { alertWindow, systemNotifications, flash } = await here.settings.get();
      if (matters.aborted || (alertWindow && systemNotifications && flash)) return;
      const { notificationsOf: account } = preferences.getState();
      if (account !== null && account !== me) {
        await here.settings.set(everyWay);
        return;
      }
      const chosenHere = { alertWindow, systemNotifications, flash, browser: true };
      await save(chosenHere, settings.version, matters);
    } catch (error) {
      // Tried again at the next start.
      log.caught('notifications-not-taken-over', error);
    }
  });
  const tell = useEffectEvent((here: DesktopBridge, chosen: NotificationSettings): void => {
    preferences.setState({ notificationsOf: me });
    const { alertWindow, systemNotifications, flash } = chosen;
    void here.settings.set({ alertWindow, systemNotifications, flash });
  });
  useEffect(() => {
    if (bridge === null) return undefined;
    const left = new AbortController();
    if (notifications === null) void takeOver(bridge, left.signal);
    else tell(bridge, notifications);
    return () => left.abort();
  }, [bridge, notifications]);
}
