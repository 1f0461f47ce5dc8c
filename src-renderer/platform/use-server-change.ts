import { useQueryClient } from '@tanstack/react-query';
import { forgetAccount } from './account.ts';
import type { DesktopBridge, ServerChange } from './desktop.ts';
import { usePlatform } from './platform-context.ts';

/** Has the desktop app talk to another server; of the account on the one before nothing is left. The app then loads the page anew. */
export function useServerChange(server: DesktopBridge['server']): (address: string) => Promise<ServerChange> {
  const platform = usePlatform();
  const cache = useQueryClient();
  return async (address) => {
    const change = await server.set(address);
    if (change.kind === 'changed' && change.address !== platform.serverAddress) {
      forgetAccount(platform, cache, 'forgotten');
    }
    return change;
  };
}
