import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../backend/contract/session.ts';
import { ServerForm } from '../features/settings/server/server-form.tsx';
import { usePlatform } from '../platform/platform-context.ts';
import { LoadFailure } from '../ui/load-failure.tsx';

/** Seconds until the server is asked again; the last again and again. */
const pauses = [2, 4, 8, 15];

/**
 * In place of the console while the server cannot say who is signed in: it is asked again by itself. In the desktop app its address may be
 * the reason, and can be mended here.
 */
export function ServerAway({ session }: { readonly session: UseQueryResult<Session | null> }): ReactElement {
  const { t } = useTranslation('signIn');
  const { desktop, serverAddress } = usePlatform();
  const { error, errorUpdateCount, isFetching, refetch } = session;
  useEffect(() => {
    if (isFetching) return;
    const seconds = pauses[errorUpdateCount - 1] ?? pauses.at(-1) ?? 0;
    const timer = setTimeout(() => void refetch(), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [isFetching, errorUpdateCount, refetch]);

  // While it is asked again, nothing is known to be wrong; what was stays to be read.
  const [shown, setShown] = useState<unknown>(error);
  if (error !== null && error !== shown) setShown(error);
  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <div className="grow">
        <LoadFailure error={shown} onRetry={() => void refetch()} />
      </div>
      {desktop !== null && (
        <details className="mx-auto w-full max-w-80 p-8 pt-0 text-sm">
          <summary className="text-text-quiet">
            {t('server')}: {serverAddress}
          </summary>
          <div className="pt-3">
            <ServerForm server={desktop.bridge.server} />
          </div>
        </details>
      )}
    </div>
  );
}
