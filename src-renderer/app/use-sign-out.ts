import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../platform/platform-context.ts';
import { queryKeys } from '../platform/query-keys.ts';
import { showToast } from '../platform/toasts.ts';

/** Leaves nothing of the session here, at once and whatever the server answers, and ends it on the server. */
export function useSignOut(): () => void {
  const { t } = useTranslation('shell');
  const { api, desktop, drafts, toasts } = usePlatform();
  const cache = useQueryClient();
  return () => {
    // Asked first, because the question carries the token that is forgotten here.
    const ended = api.signOut();
    void desktop?.session.forget();
    drafts.forgetAll();
    cache.setQueryData(queryKeys.session, null);
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
    const unconfirmed = desktop === null ? 'signedOut.page' : 'signedOut.device';
    ended.catch(() => showToast(toasts, 'failed', t(unconfirmed)));
  };
}
