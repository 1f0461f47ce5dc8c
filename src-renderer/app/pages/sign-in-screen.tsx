import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerForm } from '../../features/settings/server/server-form.tsx';
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx';
import { usePlatform } from '../../platform/platform-context.ts';
import { Notice } from '../../ui/notice.tsx';

/** In the desktop app also: which server, and whether the sign-in will be remembered. */
export function SignInScreen(): ReactElement {
  const { t } = useTranslation('signIn');
  const { desktop, serverAddress } = usePlatform();
  if (desktop === null) return <SignInPage server={null} />;
  return (
    <SignInPage
      server={
        <>
          {!desktop.session.survivesRestart() && <Notice tone="info">{t('notRemembered')}</Notice>}
          <details className="text-sm">
            <summary className="text-text-quiet">
              {t('server')}: {serverAddress}
            </summary>
            <div className="pt-3">
              <ServerForm server={desktop.bridge.server} />
            </div>
          </details>
        </>
      }
    />
  );
}
