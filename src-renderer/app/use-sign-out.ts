import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forgetAccount } from '../platform/account.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { showToast } from '../platform/toasts.ts';

/** Leaves nothing of the session here, at once and whatever the server answers, and ends it on the server. */
export function useSignOut(): () => void {
  const { t } = useTranslation('shell');
  const platform = usePlatform();
  const { api, desktop, toasts } = platform;
  const cache = useQueryClient();
  return () => {
    // Asked first, because the question carries the token that is forgotten here.
    const ended = api.signOut();
    forgetAccount(platform, cache, 'forgotten');
    const unconfirmed = desktop === null ? 'signedOut.page' : 'signedOut.device';
    ended.catch(() => showToast(toasts, 'failed', t(unconfirmed)));
  };
}
