import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import {
  type NotificationSettings,
  notificationSettingsSchema,
} from '../../../../backend/contract/notifications.ts';
import type { FieldName, Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import type { Whose } from '../../../platform/settings-api.ts';
import { Switch } from '../../../ui/switch.tsx';
import { useVersionedForm } from '../versions/use-versioned-form.ts';
import { VersionedFormFrame } from '../versions/versioned-form-frame.tsx';

const names = notificationSettingsSchema.keyof().options satisfies FieldName<NotificationSettings>[];

interface NotificationFormProps {
  readonly whose: Whose;
  readonly profile: AgentProfile;
  readonly read: () => Promise<AgentProfile>;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** How an agent is told of offers, on whichever computer. */
export function NotificationForm({ whose, profile, read, onSaved }: NotificationFormProps): ReactElement {
  const { t } = useTranslation('settings');
  const { t: say } = useTranslation('team');
  const { api } = usePlatform();
  const shown = (fresh: AgentProfile): Versioned<NotificationSettings> => {
    onSaved(fresh);
    return versionedOf(fresh);
  };
  const edit = useVersionedForm({
    draftKey: `notifications-${whose ?? 'mine'}`,
    mutationKey: ['save-notifications', whose],
    saved: versionedOf(profile),
    draftSchema: notificationSettingsSchema,
    savableSchema: notificationSettingsSchema,
    read: async () => shown(await read()),
    write: async (basedOn, notifications) =>
      shown(await api.saveNotifications(whose, { basedOn, notifications })),
  });
  return (
    <VersionedFormFrame
      edit={edit}
      nameOf={(name) => t(`notifications.by.${name}`)}
      wordsOf={(name, fields) => (fields[name] ? say('on') : say('off'))}
    >
      {names.map((name) => (
        <Controller
          key={name}
          control={edit.form.control}
          name={name}
          render={({ field: { value, onChange } }) => (
            <Switch
              label={t(`notifications.by.${name}`)}
              hint={t(`notifications.by.${name}Hint`)}
              checked={value}
              onChange={onChange}
            />
          )}
        />
      ))}
    </VersionedFormFrame>
  );
}

/** Until somebody chooses, they are told in every way. */
const everyWay: NotificationSettings = {
  alertWindow: true,
  systemNotifications: true,
  flash: true,
  browser: true,
};

function versionedOf({ settings }: AgentProfile): Versioned<NotificationSettings> {
  return { version: settings.version, fields: settings.notifications ?? everyWay };
}
