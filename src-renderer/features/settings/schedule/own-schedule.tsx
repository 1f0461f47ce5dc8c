import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import { applyProfile } from '../../../platform/apply-event.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Lockable } from '../lockable.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { ScheduleForm } from './schedule-form.tsx';

/** When the agent who is signed in works. */
export function OwnSchedule({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation('schedule');
  const { api } = usePlatform();
  const cache = useQueryClient();
  return (
    <SettingsSection title={t('title')} lead={t('lead')}>
      <Lockable locked={profile.locked.includes('schedule')}>
        <ScheduleForm
          whose={null}
          profile={profile}
          read={api.profile}
          onSaved={(fresh) => applyProfile(cache, fresh)}
        />
      </Lockable>
    </SettingsSection>
  );
}
