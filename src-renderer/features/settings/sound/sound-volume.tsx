import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Choices } from '../../../ui/choices.tsx';
import { SettingRow } from '../setting-row.tsx';

/** Lets hear at once what is chosen. */
export function SoundVolume(): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences, sounds } = usePlatform();
  const volume = useStore(preferences, (chosen) => chosen.soundVolume);
  return (
    <SettingRow label={t('sounds.label')} hint={t('sounds.hint')}>
      <Choices
        label={t('sounds.label')}
        value={volume}
        options={[
          { value: 'off', label: t('sounds.off') },
          { value: 'soft', label: t('sounds.soft') },
          { value: 'normal', label: t('sounds.normal') },
        ]}
        onChange={(chosen) => {
          preferences.setState({ soundVolume: chosen });
          sounds.play('connected');
        }}
      />
    </SettingRow>
  );
}
