import { useQueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { lazy, type ReactElement, Suspense, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import type { Session } from '../../backend/contract/session.ts';
import { followAccount } from '../platform/account.ts';
import type { Desktop } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useSession } from '../platform/queries.ts';
import { showToast } from '../platform/toasts.ts';
import { Toasts } from '../ui/toasts.tsx';
import { createPageLoader } from './page-loader.ts';
import { ServerAway } from './server-away.tsx';
import { useLoaded } from './use-loaded.ts';

const signIn = createPageLoader(() => import('./pages/sign-in-screen.tsx'));
const signedIn = createPageLoader(() => import('./signed-in.tsx'));
const SetPasswordPage = lazy(async () => ({
  default: (await import('../features/sign-in/set-password-page.tsx')).SetPasswordPage,
}));

/** The console for who is signed in, the sign-in for everybody else; a link that sets a password comes before both. */
export function SessionGate(): ReactElement {
  const [isLink, link] = useRoute('/set-password/:token');
  useAccount();
  if (!isLink) return <SessionScreens />;
  return (
    <Suspense fallback={<Waiting />}>
      <div className="h-full overflow-y-auto">
        <SetPasswordPage key={link.token} token={link.token} />
      </div>
    </Suspense>
  );
}

function useAccount(): void {
  const { t } = useTranslation('shell');
  const platform = usePlatform();
  const cache = useQueryClient();
  const tell = useEffectEvent(() => showToast(platform.toasts, 'told', t('signedOut.ended')));
  useEffect(() => followAccount(platform, cache, () => tell()), [platform, cache]);
}

function SessionScreens(): ReactElement {
  const { i18n } = useTranslation();
  const { desktop } = usePlatform();
  const session = useSession();
  useEffect(() => {
    if (desktop !== null) foresee(desktop, i18n);
  }, [desktop, i18n]);
  const signedOut = session.data === null;
  useEffect(() => {
    if (signedOut) void desktop?.bridge.presence.show({ kind: 'signed-out' });
  }, [signedOut, desktop]);

  if (session.data === undefined) {
    return session.errorUpdateCount === 0 ? <Waiting /> : <ServerAway session={session} />;
  }
  return session.data === null ? <SignIn /> : <Console key={session.data.user.id} session={session.data} />;
}

function SignIn(): ReactElement {
  const loaded = useLoaded(signIn);
  if (loaded === null) return <Waiting />;
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <loaded.SignInScreen />
      </div>
      <Toasts />
    </div>
  );
}

function Console({ session }: { readonly session: Session }): ReactElement {
  const loaded = useLoaded(signedIn);
  return loaded === null ? <Waiting /> : <loaded.SignedIn session={session} />;
}

/** In the desktop app it can be told what comes, and fetched while the server is still being asked. What fails is fetched again then. */
function foresee({ session }: Desktop, words: i18n): void {
  const screen = session.current() === null ? signIn : signedIn;
  screen.load(words).catch(() => screen.forgetFailure());
}

function Waiting(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div role="status" aria-label={t('loading')} className="grid h-full place-items-center">
      <img src="./icon.svg" alt="" className="size-10 animate-breathe" />
    </div>
  );
}
