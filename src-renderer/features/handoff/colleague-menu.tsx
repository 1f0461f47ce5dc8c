import { UserRoundPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { colleaguesOf, isFree } from '../../platform/colleagues.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents } from '../../platform/queries.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem } from '../../ui/menu.tsx';
import { PresenceMark } from '../../ui/presence-mark.tsx';
import { useHandoffRequest } from './use-handoff-request.ts';

interface ColleagueMenuProps {
  readonly callId: CallId;
  readonly me: AgentId;
}

/** Offers the call to a named colleague. */
export function ColleagueMenu({ callId, me }: ColleagueMenuProps): ReactElement {
  const { t } = useTranslation(['handoff', 'failures']);
  const { toasts } = usePlatform();
  const agents = useAgents();
  const request = useHandoffRequest(callId);
  const lost = useConnectionLost();
  const colleagues = colleaguesOf(agents.data ?? [], me);
  const offer = (agentId: AgentId): void =>
    request.mutate(agentId, {
      onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
    });

  return (
    <Menu
      label={t('more')}
      side="top"
      trigger={
        <Button
          tone="plain"
          size="large"
          aria-label={t('more')}
          title={lost ? t('disabled.not-live') : t('more')}
          disabled={lost}
          busy={request.isPending}
        >
          {!request.isPending && <UserRoundPlus aria-hidden className="size-4" />}
          <span className="max-strip:sr-only">{t('moreBriefly')}</span>
        </Button>
      }
    >
      <MenuHeading>{colleagues.some(isFree) ? t('colleagues') : t('noColleague')}</MenuHeading>
      {colleagues.map((colleague) => (
        <MenuItem
          key={colleague.agentId}
          disabled={!isFree(colleague)}
          onSelect={() => offer(colleague.agentId)}
        >
          <span className="mr-4 flex-1">{colleague.name}</span>
          <PresenceMark presence={colleague.presence} busyReason={null} />
        </MenuItem>
      ))}
    </Menu>
  );
}
