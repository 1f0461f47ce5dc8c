import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { Choices } from './choices.tsx';

/** Each language in its own words. */
export function LanguageChoices(): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences } = usePlatform();
  return (
    <Choices
      label={t('display.language')}
      value={useStore(preferences, (chosen) => chosen.language)}
      options={[
        { value: 'ja', label: t('display.japanese') },
        { value: 'en', label: t('display.english') },
      ]}
      onChange={(language) => preferences.setState({ language })}
    />
  );
}
