import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import type { NotificationSettings } from '../../backend/contract/notifications.ts';
import { failureCode } from '../platform/api-failure.ts';
import { applyProfile } from '../platform/apply-event.ts';
import type { DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';

/**
 * What the agent chose on whichever computer holds on this one, too. Where they chose nothing since it follows them, what they had chosen on
 * this computer before does from now on.
 */
export function useChosenNotifications(bridge: DesktopBridge | null, { settings }: AgentProfile): void {
  const { api, log } = usePlatform();
  const cache = useQueryClient();
  const { notifications } = settings;
  const save = async (chosenHere: NotificationSettings, basedOn: number): Promise<void> => {
    try {
      applyProfile(cache, await api.setNotifications({ basedOn, notifications: chosenHere }));
      return;
    } catch (error) {
      if (failureCode(error) !== 'changed-elsewhere') throw error;
    }
    // The version is that of all settings: only where another computer has chosen meanwhile does that count.
    const fresh = await api.profile();
    applyProfile(cache, fresh);
    if (fresh.settings.notifications === null) await save(chosenHere, fresh.settings.version);
  };
  const takeOver = useEffectEvent(async (here: DesktopBridge): Promise<void> => {
    try {
      const { alertWindow, systemNotifications, flash } = await here.settings.get();
      if (alertWindow && systemNotifications && flash) return;
      await save({ alertWindow, systemNotifications, flash, browser: true }, settings.version);
    } catch (error) {
      // Tried again at the next start.
      log.caught('notifications-not-taken-over', error);
    }
  });
  useEffect(() => {
    if (bridge === null) return;
    if (notifications === null) {
      void takeOver(bridge);
      return;
    }
    const { alertWindow, systemNotifications, flash } = notifications;
    void bridge.settings.set({ alertWindow, systemNotifications, flash });
  }, [bridge, notifications]);
}
