import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DesktopBridge, DesktopSettings, DesktopSettingsChange } from '../../../platform/desktop.ts';

const queryKey = ['desktop', 'settings'];

export interface ChosenDesktopSettings {
  /** Undefined until the app has told them. */
  readonly settings: DesktopSettings | undefined;
  readonly change: (change: DesktopSettingsChange) => void;
  /** The system did not do what was asked last. */
  readonly refused: boolean;
  /** The app did not answer: what is shown may not hold. */
  readonly failed: boolean;
}

/** What is chosen for the desktop app on this computer. */
export function useDesktopSettings(bridge: DesktopBridge): ChosenDesktopSettings {
  const cache = useQueryClient();
  const { data: settings, isError } = useQuery({ queryKey, queryFn: () => bridge.settings.get() });
  const mutation = useMutation({
    mutationFn: (change: DesktopSettingsChange) => bridge.settings.set(change),
    onSuccess: (held) => cache.setQueryData(queryKey, held),
  });
  const { mutate, data, variables } = mutation;
  return {
    settings,
    change: mutate,
    refused: data !== undefined && (variables?.launchAtLogin ?? data.launchAtLogin) !== data.launchAtLogin,
    failed: isError || mutation.isError,
  };
}
