import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../../platform/platform-context.ts';
import { Choices } from '../../ui/choices.tsx';
import { LanguageChoices } from '../../ui/language-choices.tsx';
import { SettingsSection } from './settings-section.tsx';

export function DisplaySettings(): ReactElement {
  const { t } = useTranslation('settings');
  const { preferences } = usePlatform();
  const appearance = useStore(preferences, (chosen) => chosen.appearance);
  return (
    <SettingsSection title={t('display.title')}>
      <Setting label={t('display.language')}>
        <LanguageChoices />
      </Setting>
      <Setting label={t('display.appearance')}>
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
      </Setting>
    </SettingsSection>
  );
}

function Setting({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement;
}): ReactElement {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      {children}
    </div>
  );
}
