import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Choices } from '../../../ui/choices.tsx';
import { LanguageChoices } from '../../../ui/language-choices.tsx';
import { SettingRow } from '../setting-row.tsx';
import { SettingsSection } from '../settings-section.tsx';

export function DisplaySettings(): ReactElement {
  const { t } = useTranslation(['settings', 'deviceSettings']);
  const { preferences } = usePlatform();
  const appearance = useStore(preferences, (chosen) => chosen.appearance);
  return (
    <SettingsSection title={t('display.title')}>
      <SettingRow label={t('deviceSettings:language')}>
        <LanguageChoices />
      </SettingRow>
      <SettingRow label={t('display.appearance')}>
        <Choices
          label={t('display.appearance')}
          value={appearance}
          options={[
            { value: 'system', label: t('display.system') },
            { value: 'light', label: t('display.light') },
            { value: 'dark', label: t('display.dark') },
          ]}
          onChange={(chosen) => preferences.setState({ appearance: chosen })}
        />
      </SettingRow>
    </SettingsSection>
  );
}
