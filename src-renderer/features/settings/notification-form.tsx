import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import {
  type NotificationSettings,
  notificationSettingsSchema,
} from '../../../backend/contract/notifications.ts';
import { applyProfile } from '../../platform/apply-event.ts';
import type { FieldName, Versioned } from '../../platform/field-merge.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Switch } from '../../ui/switch.tsx';
import { useVersionedForm } from './versions/use-versioned-form.ts';
import { VersionedFormFrame } from './versions/versioned-form-frame.tsx';

const names = notificationSettingsSchema.keyof().options satisfies FieldName<NotificationSettings>[];

/** How the agent is told of offers, on whichever computer. */
export function NotificationForm({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation('settings');
  const { t: say } = useTranslation('team');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const shown = (fresh: AgentProfile): Versioned<NotificationSettings> => {
    applyProfile(cache, fresh);
    return versionedOf(fresh);
  };
  const edit = useVersionedForm({
    draftKey: 'notifications',
    mutationKey: ['save-notifications'],
    saved: versionedOf(profile),
    draftSchema: notificationSettingsSchema,
    savableSchema: notificationSettingsSchema,
    read: async () => shown(await api.profile()),
    write: async (basedOn, notifications) => shown(await api.setNotifications({ basedOn, notifications })),
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

/** Until they choose, they are told in every way. */
const everyWay: NotificationSettings = {
  alertWindow: true,
  systemNotifications: true,
  flash: true,
  browser: true,
};

function versionedOf({ settings }: AgentProfile): Versioned<NotificationSettings> {
  return { version: settings.version, fields: settings.notifications ?? everyWay };
}
