import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import { applyProfile } from '../../../platform/apply-event.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { NotificationForm } from './notification-form.tsx';

/** How offers are told of while the console is not looked at. The desktop app needs no permission for that. */
export function NotificationSettings({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation('settings');
  const { api, desktop } = usePlatform();
  const cache = useQueryClient();
  return (
    <SettingsSection title={t('notifications.title')} lead={t('notifications.lead')}>
      {desktop === null && <BrowserPermission />}
      <NotificationForm
        whose={null}
        profile={profile}
        read={api.profile}
        onSaved={(fresh) => applyProfile(cache, fresh)}
      />
    </SettingsSection>
  );
}

/** Each browser is asked on its own. */
function BrowserPermission(): ReactElement | null {
  const { t } = useTranslation('settings');
  const [permission, setPermission] = useState(Notification.permission);
  const ask = async (): Promise<void> => setPermission(await Notification.requestPermission());
  switch (permission) {
    case 'granted':
      return null;
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
