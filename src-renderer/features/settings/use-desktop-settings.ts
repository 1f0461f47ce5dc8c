import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DesktopBridge, DesktopSettings } from '../../platform/desktop.ts';

const queryKey = ['desktop', 'settings'];

export interface ChosenDesktopSettings {
  /** Undefined until the app has told them. */
  readonly settings: DesktopSettings | undefined;
  readonly change: (changes: Partial<DesktopSettings>) => void;
  /** The system did not do what was asked last. */
  readonly refused: boolean;
}

/** What is chosen for the desktop app on this computer. */
export function useDesktopSettings(bridge: DesktopBridge): ChosenDesktopSettings {
  const cache = useQueryClient();
  const { data: settings } = useQuery({ queryKey, queryFn: () => bridge.settings.get() });
  const { mutate, data, variables } = useMutation({
    mutationFn: (wanted: DesktopSettings) => bridge.settings.set(wanted),
    onSuccess: (held) => cache.setQueryData(queryKey, held),
  });
  return {
    settings,
    change: (changes) => {
      if (settings !== undefined) mutate({ ...settings, ...changes });
    },
    refused: data !== undefined && data.launchAtLogin !== variables?.launchAtLogin,
  };
}
