import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { ConversationForm } from './conversation-form.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { HandlingSettings } from './handling-settings.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { PhoneForm } from './phone-form.tsx';
import { ServerForm } from './server-form.tsx';
import { SettingsSection } from './settings-section.tsx';

interface SettingsPanelProps {
  readonly profile: AgentProfile;
  readonly onShowKeys: () => void;
}

export function SettingsPanel({ profile, onShowKeys }: SettingsPanelProps): ReactElement {
  const { t } = useTranslation('settings');
  const { desktop } = usePlatform();
  return (
    <div className="mx-auto w-full max-w-160 px-4 py-3">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <Profile profile={profile} />
      <SettingsSection title={t('conversation.title')} lead={t('conversation.lead')}>
        <ConversationForm settings={profile.settings.conversation} />
      </SettingsSection>
      <SettingsSection title={t('phone.title')} lead={t('phone.lead')}>
        <PhoneForm phoneNumber={profile.settings.phoneNumber} />
      </SettingsSection>
      <DisplaySettings />
      <HandlingSettings onShowKeys={onShowKeys} />
      <NotificationSettings />
      {desktop !== null && (
        <SettingsSection title={t('server.title')}>
          <ServerForm server={desktop.bridge.server} />
        </SettingsSection>
      )}
    </div>
  );
}

function Profile({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation(['settings', 'vocabulary']);
  return (
    <SettingsSection title={t('profile.title')}>
      <dl className="grid grid-cols-[8rem_1fr] gap-y-1 text-sm [&_dt]:text-text-quiet">
        <dt>{t('profile.name')}</dt>
        <dd>{profile.name}</dd>
        <dt>{t('profile.email')}</dt>
        <dd>{profile.email}</dd>
        <dt>{t('profile.role')}</dt>
        <dd>{t(`vocabulary:role.${profile.role}`)}</dd>
      </dl>
    </SettingsSection>
  );
}
