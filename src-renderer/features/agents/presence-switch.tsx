import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, CloudOff } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus, SetStatus } from '../../../backend/contract/agents.ts';
import { applyProfile } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { PresenceMark } from '../../ui/presence-mark.tsx';

/** What an agent can choose. The other reasons to be busy are the computer's. */
export const presenceChoices = [
  { presence: 'available' },
  { presence: 'busy', reason: 'break' },
  { presence: 'busy', reason: 'meeting' },
  { presence: 'busy', reason: 'paperwork' },
  { presence: 'busy', reason: 'do-not-disturb' },
  { presence: 'offline' },
] as const satisfies readonly SetStatus[];

/** Shows what the server makes of the agent's availability, as long as that is known, and lets the agent choose. */
export function PresenceSwitch({ status }: { readonly status: AgentStatus }): ReactElement {
  const { t } = useTranslation(['presence', 'vocabulary']);
  const { choose, pending } = useChoosePresence();
  const { presence, busyReason } = status;

  if (useConnectionLost()) return <UnknownPresence />;
  return (
    <Menu
      label={t('choose')}
      side="top"
      trigger={
        <Button
          tone="plain"
          busy={pending}
          aria-label={`${t('label')}: ${t(`vocabulary:presence.${presence}`)}`}
        >
          <PresenceMark presence={presence} busyReason={busyReason} />
          <ChevronDown aria-hidden className="size-3.5 text-text-quiet" />
        </Button>
      }
    >
      <MenuHeading>{t(`reachable.${status.reachability}`)}</MenuHeading>
      {presenceChoices.map((choice) => {
        const reason = choice.presence === 'busy' ? choice.reason : null;
        return (
          <Fragment key={reason ?? choice.presence}>
            {choice.presence === 'offline' && <MenuLine />}
            <MenuItem
              checked={presence === choice.presence && busyReason === reason}
              onSelect={() => choose(choice)}
            >
              <PresenceMark presence={choice.presence} busyReason={reason} />
            </MenuItem>
          </Fragment>
        );
      })}
    </Menu>
  );
}

function UnknownPresence(): ReactElement {
  const { t } = useTranslation('presence');
  return (
    <Button disabled aria-label={`${t('label')}: ${t('unknown')}`}>
      <CloudOff aria-hidden className="size-4" />
      {t('unknown')}
    </Button>
  );
}

/** Sets the agent's availability, from here or from the tray. */
export function useChoosePresence(): { choose: (status: SetStatus) => void; pending: boolean } {
  const { t } = useTranslation('presence');
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: api.setStatus,
    onSuccess: (profile) => applyProfile(cache, profile),
    onError: () => showToast(toasts, 'failed', t('failed')),
  });
  return { choose: mutate, pending: isPending };
}
