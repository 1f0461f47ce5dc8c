import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { Choices } from './choices.tsx';

/** Each language in its own words. */
export function LanguageChoices(): ReactElement {
  const { t } = useTranslation('deviceSettings');
  const { preferences } = usePlatform();
  return (
    <Choices
      label={t('language')}
      value={useStore(preferences, (chosen) => chosen.language)}
      options={[
        { value: 'ja', label: t('japanese') },
        { value: 'en', label: t('english') },
      ]}
      onChange={(language) => preferences.setState({ language })}
    />
  );
}
