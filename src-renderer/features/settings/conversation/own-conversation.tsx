import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile, ConversationSettings } from '../../../../backend/contract/agents.ts';
import { applyProfile } from '../../../platform/apply-event.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { Lockable } from '../lockable.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { blankConversation, ConversationForm } from './conversation-form.tsx';

/** What the AI says of the team of the agent who is signed in. */
export function OwnConversation({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const shown = (fresh: AgentProfile): Versioned<ConversationSettings> => {
    applyProfile(cache, fresh);
    return conversationOf(fresh);
  };
  return (
    <SettingsSection title={t('conversation.title')} lead={t('conversation.lead')}>
      <Lockable locked={profile.locked.includes('conversation')}>
        <ConversationForm
          name="mine"
          saved={conversationOf(profile)}
          team={profile.team.conversation}
          inherited={profile.inherited.includes('conversation')}
          read={async () => shown(await api.profile())}
          write={async (basedOn, conversation) =>
            shown(await api.setConversation({ ...conversation, basedOn }))
          }
        />
      </Lockable>
    </SettingsSection>
  );
}

export function conversationOf({ settings }: AgentProfile): Versioned<ConversationSettings> {
  return { version: settings.version, fields: settings.conversation ?? blankConversation };
}
