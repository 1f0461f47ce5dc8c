import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge } from '../../platform/desktop.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DesktopSwitch } from './desktop-switch.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useDesktopSettings } from './use-desktop-settings.ts';

/** How offers are told of while the console is not looked at. */
export function NotificationSettings(): ReactElement {
  const { t } = useTranslation('settings');
  const { desktop } = usePlatform();
  return (
    <SettingsSection title={t('notifications.title')} lead={t('notifications.lead')}>
      {desktop === null ? <BrowserPermission /> : <AppNotifications bridge={desktop.bridge} />}
    </SettingsSection>
  );
}

/** The desktop app needs no permission. */
function AppNotifications({ bridge }: { readonly bridge: DesktopBridge }): ReactElement {
  const chosen = useDesktopSettings(bridge);
  return (
    <>
      <DesktopSwitch name="alertWindow" chosen={chosen} />
      <DesktopSwitch name="systemNotifications" chosen={chosen} />
      <DesktopSwitch name="flash" chosen={chosen} />
    </>
  );
}

function BrowserPermission(): ReactElement {
  const { t } = useTranslation('settings');
  const [permission, setPermission] = useState(Notification.permission);
  const ask = async (): Promise<void> => setPermission(await Notification.requestPermission());
  switch (permission) {
    case 'granted':
      return <Notice tone="done">{t('notifications.allowed')}</Notice>;
    case 'denied':
      return <Notice tone="warning">{t('notifications.denied')}</Notice>;
    case 'default':
      return (
        <div>
          <Button onClick={() => void ask()}>{t('notifications.allow')}</Button>
        </div>
      );
  }
}
