import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../../platform/platform-context.ts';
import { Choices } from '../../ui/choices.tsx';

/** Lets hear at once what is chosen. */
export function SoundVolume(): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences, sounds } = usePlatform();
  const volume = useStore(preferences, (chosen) => chosen.soundVolume);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div>
        <p aria-hidden className="font-medium text-sm">
          {t('sounds.label')}
        </p>
        <p className="text-text-quiet text-xs">{t('sounds.hint')}</p>
      </div>
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
    </div>
  );
}
