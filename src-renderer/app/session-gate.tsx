import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { usePlatform } from '../platform/platform-context.ts';
import { useSession } from '../platform/queries.ts';
import { LoadFailure } from '../ui/load-failure.tsx';
import { Toasts } from '../ui/toasts.tsx';

const SignInScreen = lazy(async () => ({
  default: (await import('./pages/sign-in-screen.tsx')).SignInScreen,
}));
const SetPasswordPage = lazy(async () => ({
  default: (await import('../features/sign-in/set-password-page.tsx')).SetPasswordPage,
}));
const SignedIn = lazy(async () => ({ default: (await import('./signed-in.tsx')).SignedIn }));

/** The console for who is signed in, the sign-in for everybody else; a link that sets a password comes before both. */
export function SessionGate(): ReactElement {
  const [isLink, link] = useRoute('/set-password/:token');
  if (!isLink) return <SessionScreens />;
  return (
    <Suspense fallback={<Waiting />}>
      <div className="h-full overflow-y-auto">
        <SetPasswordPage key={link.token} token={link.token} />
      </div>
    </Suspense>
  );
}

function SessionScreens(): ReactElement {
  const { desktop } = usePlatform();
  const session = useSession();
  const signedOut = session.data === null;
  useEffect(() => {
    if (signedOut) void desktop?.bridge.presence.show({ kind: 'signed-out' });
  }, [signedOut, desktop]);

  if (session.data === undefined) {
    return session.isError ? (
      <LoadFailure error={session.error} onRetry={() => void session.refetch()} />
    ) : (
      <Waiting />
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      {session.data === null ? (
        <div className="flex h-full flex-col">
          <div className="min-h-0 flex-1 overflow-y-auto">
            <SignInScreen />
          </div>
          <Toasts />
        </div>
      ) : (
        <SignedIn key={session.data.user.id} session={session.data} />
      )}
    </Suspense>
  );
}

function Waiting(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div role="status" aria-label={t('loading')} className="grid h-full place-items-center">
      <img src="./icon.svg" alt="" className="size-10 animate-breathe" />
    </div>
  );
}
