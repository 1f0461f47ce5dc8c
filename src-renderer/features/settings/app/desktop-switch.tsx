import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationSettings } from '../../../../backend/contract/notifications.ts';
import { Switch } from '../../../ui/switch.tsx';
import type { ChosenDesktopSettings } from './use-desktop-settings.ts';

interface DesktopSwitchProps {
  /** How they are told of offers is the agent's, not this computer's. */
  readonly name: Exclude<keyof NonNullable<ChosenDesktopSettings['settings']>, keyof NotificationSettings>;
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
