import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/switch.tsx';
import type { ChosenDesktopSettings } from './use-desktop-settings.ts';

interface DesktopSwitchProps {
  readonly name: keyof NonNullable<ChosenDesktopSettings['settings']>;
  readonly chosen: ChosenDesktopSettings;
  readonly disabled?: boolean;
}

/** One of the settings of the desktop app, which holds as soon as it is switched. */
export function DesktopSwitch({ name, chosen, disabled = false }: DesktopSwitchProps): ReactElement {
  const { t } = useTranslation('settings');
  const { settings, change } = chosen;
  return (
    <Switch
      label={t(`desktop.${name}`)}
      hint={t(`desktop.${name}Hint`)}
      checked={settings?.[name] ?? false}
      disabled={disabled || settings === undefined}
      onChange={(checked) => change({ [name]: checked })}
    />
  );
}
