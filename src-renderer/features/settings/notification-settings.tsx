import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SoundVolume } from './sound-volume.tsx';

/** The desktop app needs no permission; a browser does. */
export function NotificationSettings(): ReactElement {
  const { t } = useTranslation('settings');
  const { desktop } = usePlatform();
  return (
    <SettingsSection title={t('notifications.title')} lead={t('notifications.lead')}>
      <SoundVolume />
      {desktop === null && 'Notification' in window && <BrowserPermission />}
    </SettingsSection>
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
      return <Notice tone="info">{t('notifications.denied')}</Notice>;
    case 'default':
      return (
        <div>
          <Button onClick={() => void ask()}>{t('notifications.allow')}</Button>
        </div>
      );
  }
}
