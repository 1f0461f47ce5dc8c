import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ConversationSettings,
  type LockableField,
  lockableFieldSchema,
  type WorkHours,
} from '../../../../backend/contract/agents.ts';
import type { VersionedDefaults } from '../../../../backend/contract/team.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { blankConversation, ConversationForm } from '../conversation/conversation-form.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TeamHoursForm } from './team-hours-form.tsx';

interface DefaultsFormProps {
  readonly defaults: VersionedDefaults;
  /** What holds while the team has no hours: office hours. */
  readonly usualHours: WorkHours;
}

/** What holds for whoever has nothing of their own, and what agents may not change. */
export function DefaultsForm({ defaults, usualHours }: DefaultsFormProps): ReactElement {
  const { t } = useTranslation('team');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const shown = (fresh: VersionedDefaults): VersionedDefaults => {
    cache.setQueryData(queryKeys.teamDefaults, fresh);
    void cache.invalidateQueries({ queryKey: queryKeys.profile });
    return fresh;
  };
  const lock = useSingleMutation({
    mutationKey: ['save-locks'],
    mutationFn: async ({ field, on }: { readonly field: LockableField; readonly on: boolean }) => {
      // One switch at a time, on whatever is there now: two admins do not undo each other's.
      const { version, settings } = await api.teamDefaults();
      const others = settings.locked.filter((other) => other !== field);
      const locked = on ? [...others, field] : others;
      return shown(await api.saveTeamDefaults({ version, settings: { ...settings, locked } }));
    },
  });
  const { locked } = defaults.settings;
  return (
    <>
      <SettingsSection title={t('defaults.title')} lead={t('defaults.lead')}>
        <ConversationForm
          name="team"
          saved={conversationOf(defaults)}
          team={null}
          inherited={false}
          read={async () => conversationOf(shown(await api.teamDefaults()))}
          write={async (version, conversation) => {
            const settings = { ...(await api.teamDefaults()).settings, conversation };
            return conversationOf(shown(await api.saveTeamDefaults({ version, settings })));
          }}
        />
      </SettingsSection>
      <SettingsSection title={t('hours.title')} lead={t('hours.lead')}>
        <TeamHoursForm defaults={defaults} usual={usualHours} onSaved={shown} />
      </SettingsSection>
      <SettingsSection title={t('locks.title')} lead={t('locks.lead')}>
        {lockableFieldSchema.options.map((field) => (
          <Switch
            key={field}
            label={t(`locks.${field}`)}
            hint={t(`locks.${field}Hint`)}
            checked={locked.includes(field)}
            disabled={lock.isPending}
            onChange={(on) => lock.mutate({ field, on })}
          />
        ))}
        {lock.isError && <FailureNotice error={lock.error} />}
      </SettingsSection>
    </>
  );
}

function conversationOf({ version, settings }: VersionedDefaults): Versioned<ConversationSettings> {
  return { version, fields: settings.conversation ?? blankConversation };
}
