import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentId } from '../../../../backend/contract/ids.ts';
import { useAgents, useUsers } from '../../../platform/queries.ts';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { AddUserForm } from './add-user-form.tsx';
import { UserRow } from './user-row.tsx';

/** Who has an account, and everything that an admin does with accounts. */
export function UsersSettings({ me }: { readonly me: AgentId }): ReactElement {
  const { t } = useTranslation('users');
  return (
    <>
      <SettingsSection title={t('title')} lead={t('lead')}>
        <UserList me={me} />
      </SettingsSection>
      <SettingsSection title={t('add')} lead={t('addLead')}>
        <AddUserForm />
      </SettingsSection>
    </>
  );
}

function UserList({ me }: { readonly me: AgentId }): ReactElement {
  const { t } = useTranslation('users');
  const users = useUsers();
  const statuses = useAgents().data ?? [];
  if (users.data === undefined) {
    return users.isError ? (
      <LoadFailure what="users" error={users.error} onRetry={() => void users.refetch()} />
    ) : (
      <SkeletonRows rows={4} label={t('loading')} />
    );
  }
  return (
    <>
      <ul aria-label={t('title')} className="flex flex-col">
        {users.data.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            isMe={user.id === me}
            status={statuses.find(({ agentId }) => agentId === user.id) ?? null}
          />
        ))}
      </ul>
      {users.data.length === 1 && <p className="text-sm text-text-quiet">{t('alone')}</p>}
    </>
  );
}
