import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { AgentProfile, ConversationSettings } from '../../../../backend/contract/agents.ts';
import { type AgentId, agentIdSchema } from '../../../../backend/contract/ids.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useAgents } from '../../../platform/queries.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { ConversationForm } from '../conversation/conversation-form.tsx';
import { conversationOf } from '../conversation/own-conversation.tsx';
import { NotificationForm } from '../notifications/notification-form.tsx';
import { PhoneForm } from '../phone/phone-form.tsx';
import { ScheduleForm } from '../schedule/schedule-form.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TemplatesSettings } from '../templates/templates-settings.tsx';
import { AssignmentForm } from './assignment-form.tsx';
import { MemberPresence } from './member-presence.tsx';

/** What admins set for one of their colleagues, whom the address names. */
export function MemberSettings({ member }: { readonly member: string | undefined }): ReactElement {
  const { t } = useTranslation('team');
  const [, navigate] = useLocation();
  const agents = useAgents().data ?? [];
  const chosen = agentIdSchema.safeParse(member).data;
  return (
    <>
      <SettingsSection title={t('member.title')} lead={t('member.lead')}>
        <Field label={t('member.choose')}>
          {(control) => (
            <select
              {...control}
              value={chosen ?? ''}
              onChange={(event) => navigate(`/settings/members/${event.target.value}`)}
              className={`max-w-80 ${lineClass}`}
            >
              <option value="">{t('member.nobody')}</option>
              {agents.map(({ agentId, name }) => (
                <option key={agentId} value={agentId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="text-sm">
          <Link href="/settings/users" className="text-accent underline">
            {t('member.accounts')}
          </Link>
        </p>
      </SettingsSection>
      {chosen !== undefined && <Member key={chosen} agentId={chosen} />}
    </>
  );
}

function Member({ agentId }: { readonly agentId: AgentId }): ReactElement {
  const { t } = useTranslation(['team', 'settings', 'schedule']);
  const { api } = usePlatform();
  const cache = useQueryClient();
  const queryKey = queryKeys.profileOf(agentId);
  const read = (): Promise<AgentProfile> => api.profileOf(agentId);
  const profile = useQuery({ queryKey, queryFn: read });
  if (profile.data === undefined) {
    return profile.isError ? (
      <LoadFailure what="team" error={profile.error} onRetry={() => void profile.refetch()} />
    ) : (
      <SkeletonText lines={8} label={t('loading')} />
    );
  }
  const show = (fresh: AgentProfile): void => {
    cache.setQueryData(queryKey, fresh);
  };
  const shownConversation = (fresh: AgentProfile): Versioned<ConversationSettings> => {
    show(fresh);
    return conversationOf(fresh);
  };
  return (
    <>
      <SettingsSection title={t('member.presence')} lead={t('member.presenceLead')}>
        <MemberPresence profile={profile.data} onSaved={show} />
      </SettingsSection>
      <SettingsSection title={t('assignment.title')} lead={t('assignment.lead')}>
        <AssignmentForm profile={profile.data} read={read} onSaved={show} />
      </SettingsSection>
      <SettingsSection title={t('settings:phone.title')} lead={t('member.phoneLead')}>
        <PhoneForm whose={agentId} profile={profile.data} read={read} onSaved={show} />
      </SettingsSection>
      <SettingsSection title={t('settings:conversation.title')} lead={t('settings:conversation.lead')}>
        <ConversationForm
          name={agentId}
          saved={conversationOf(profile.data)}
          team={profile.data.team.conversation}
          inherited={profile.data.inherited.includes('conversation')}
          read={async () => shownConversation(await read())}
          write={async (basedOn, conversation) =>
            shownConversation(await api.assignSettings(agentId, { basedOn, settings: { conversation } }))
          }
        />
      </SettingsSection>
      <SettingsSection title={t('schedule:title')} lead={t('schedule:lead')}>
        <ScheduleForm whose={agentId} profile={profile.data} read={read} onSaved={show} />
      </SettingsSection>
      <SettingsSection title={t('settings:notifications.title')} lead={t('member.notificationsLead')}>
        <NotificationForm whose={agentId} profile={profile.data} read={read} onSaved={show} />
      </SettingsSection>
      <TemplatesSettings whose={agentId} />
    </>
  );
}
