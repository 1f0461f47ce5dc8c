import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { SettingsSection } from '../settings-section.tsx';

export function HandlingSettings({ onShowKeys }: { readonly onShowKeys: () => void }): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences } = usePlatform();
  const { singleKeys, skipHandoffConfirmation } = useStore(preferences);
  return (
    <SettingsSection title={t('keys.title')}>
      <Switch
        label={t('keys.singleKeys')}
        hint={t('keys.singleKeysHint')}
        checked={singleKeys}
        onChange={(checked) => preferences.setState({ singleKeys: checked })}
      />
      <Switch
        label={t('keys.skipConfirmation')}
        hint={t('keys.skipConfirmationHint')}
        checked={skipHandoffConfirmation}
        onChange={(checked) => preferences.setState({ skipHandoffConfirmation: checked })}
      />
      <div>
        <Button onClick={onShowKeys}>{t('keys.showKeys')}</Button>
      </div>
    </SettingsSection>
  );
}
