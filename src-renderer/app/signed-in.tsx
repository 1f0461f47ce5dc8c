import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../backend/contract/session.ts';
import { SoftphoneProvider } from '../features/softphone/softphone-provider.tsx';
import { createLiveUpdates } from '../platform/live-updates.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useProfile } from '../platform/queries.ts';
import { LoadFailure } from '../ui/load-failure.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Shell } from './shell.tsx';
import { ShellBoundary } from './shell-boundary.tsx';

/** While somebody is signed in: events arrive, and the softphone can be rung. */
export function SignedIn({ session }: { readonly session: Session }): ReactElement {
  const { t } = useTranslation('shell');
  const platform = usePlatform();
  const cache = useQueryClient();
  const [live] = useState(() => createLiveUpdates({ platform, cache, me: session.user.id }));
  useEffect(() => {
    const close = live.open();
    window.addEventListener('online', live.reconnect);
    return () => {
      window.removeEventListener('online', live.reconnect);
      close();
    };
  }, [live]);

  const profile = useProfile();
  return (
    <SoftphoneProvider
      telephony={session.telephony}
      backendUrl={platform.serverAddress}
      clientId={platform.clientId}
      fetchToken={async () => (await platform.api.softphoneToken()).token}
      onRegistrationChange={live.reportSoftphone}
    >
      {profile.isPending && <SkeletonRows rows={12} label={t('loading')} />}
      {profile.isError && profile.data === undefined && (
        <LoadFailure error={profile.error} onRetry={() => void profile.refetch()} />
      )}
      {profile.data !== undefined && (
        <ShellBoundary>
          <Shell session={session} profile={profile.data} onReconnect={live.reconnect} />
        </ShellBoundary>
      )}
    </SoftphoneProvider>
  );
}
