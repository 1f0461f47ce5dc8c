import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile, SetStatus } from '../../../../backend/contract/agents.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useAgents } from '../../../platform/queries.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { PresenceMark } from '../../../ui/presence-mark.tsx';

const choices = [
  { presence: 'available' },
  { presence: 'busy', reason: 'paperwork' },
  { presence: 'offline' },
] as const satisfies readonly SetStatus[];

interface MemberPresenceProps {
  readonly profile: AgentProfile;
  readonly onSaved: (profile: AgentProfile) => void;
}

/** A colleague's availability, which an admin changes at once. */
export function MemberPresence({ profile, onSaved }: MemberPresenceProps): ReactElement {
  const { t } = useTranslation(['vocabulary', 'presence']);
  const { api } = usePlatform();
  const { agentId } = profile;
  const status = useAgents().data?.find((other) => other.agentId === agentId) ?? profile.status;
  const set = useSingleMutation({
    mutationKey: ['set-status', agentId],
    mutationFn: (wanted: SetStatus) => api.setStatusOf(agentId, wanted),
    onSuccess: onSaved,
  });
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-32 text-sm">
          <PresenceMark presence={status.presence} busyReason={status.busyReason} />
        </span>
        {choices.map((choice) => (
          <Button
            key={choice.presence}
            size="small"
            disabled={status.presence === choice.presence}
            busy={set.isPending && set.variables.presence === choice.presence}
            onClick={() => set.mutate(choice)}
          >
            {choice.presence === 'offline' ? t('presence:stop') : t(`presence.${choice.presence}`)}
          </Button>
        ))}
      </div>
      {set.isError && <FailureNotice error={set.error} />}
    </>
  );
}
