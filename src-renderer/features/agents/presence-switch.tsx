import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, CircleCheck, CloudOff, TimerReset } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus, SetStatus } from '../../../backend/contract/agents.ts';
import { applyProfile } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Remaining } from '../../ui/elapsed.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { PresenceIcon, PresenceMark } from '../../ui/presence-mark.tsx';
import { useWrapUp } from './use-wrap-up.ts';

/** What an agent can choose. The other reasons to be busy are the computer's. */
export const presenceChoices = [
  { presence: 'available' },
  { presence: 'busy', reason: 'break' },
  { presence: 'busy', reason: 'meeting' },
  { presence: 'busy', reason: 'paperwork' },
  { presence: 'busy', reason: 'do-not-disturb' },
  { presence: 'offline' },
] as const satisfies readonly SetStatus[];

interface PresenceSwitchProps {
  readonly status: AgentStatus;
  /** Only the icon, in a window narrower than wide. */
  readonly brief: boolean;
}

/** Shows what the server makes of the agent's availability, as long as that is known, and lets the agent choose. */
export function PresenceSwitch({ status, brief }: PresenceSwitchProps): ReactElement {
  const { t } = useTranslation(['presence', 'vocabulary']);
  const { choose, pending } = useChoosePresence();
  const { presence, busyReason, wrapUpUntil } = status;
  const offHours = !status.withinWorkingHours;
  const meanings = useMeanings(status);

  if (useConnectionLost()) return <UnknownPresence brief={brief} />;
  return (
    <Menu
      label={t('choose')}
      side="top"
      overBar
      trigger={
        <Button tone="plain" busy={pending} title={meanings[0] ?? t('choose')}>
          {/* As wide as the longest needs, so that what stands beside it stays where it is. */}
          <span className={`inline-flex items-center gap-1.5 ${brief ? 'wide:min-w-40' : 'strip:min-w-40'}`}>
            <span className="sr-only">{`${t('label')}: `}</span>
            <span className={brief ? 'max-wide:sr-only' : 'contents'}>
              <PresenceMark presence={presence} busyReason={busyReason} offHours={offHours} />
            </span>
            <span className={brief ? 'contents wide:hidden' : 'hidden'}>
              <PresenceIcon presence={presence} offHours={offHours} />
            </span>
            {wrapUpUntil !== null && <Remaining until={wrapUpUntil} />}
          </span>
          <ChevronDown
            aria-hidden
            className={`size-3.5 text-text-quiet ${brief ? 'max-strip:hidden' : ''}`}
          />
        </Button>
      }
    >
      {(meanings.length > 0 ? meanings : [t(`reachable.${status.reachability}`)]).map((meaning) => (
        <MenuHeading key={meaning}>{meaning}</MenuHeading>
      ))}
      {wrapUpUntil !== null && <WrapUpItems />}
      {presenceChoices.map((choice) => {
        const reason = choice.presence === 'busy' ? choice.reason : null;
        return (
          <Fragment key={reason ?? choice.presence}>
            {choice.presence === 'offline' && <MenuLine />}
            <MenuItem
              checked={presence === choice.presence && busyReason === reason}
              onSelect={() => choose(choice)}
            >
              {choice.presence === 'offline' ? (
                <>
                  <PresenceIcon presence="offline" />
                  {t('stop')}
                </>
              ) : (
                <PresenceMark presence={choice.presence} busyReason={reason} />
              )}
            </MenuItem>
          </Fragment>
        );
      })}
    </Menu>
  );
}

/** Why nobody asks them, where they did not choose it themselves, and how that ends. */
function useMeanings({ busyReason, withinWorkingHours }: AgentStatus): readonly string[] {
  const { t } = useTranslation('presence');
  const away = busyReason === 'locked' || busyReason === 'asleep' || busyReason === 'unanswered';
  return [...(away ? [t(`away.${busyReason}`)] : []), ...(withinWorkingHours ? [] : [t('offHoursMeaning')])];
}

function WrapUpItems(): ReactElement {
  const { t } = useTranslation('presence');
  const { extend, finish } = useWrapUp();
  return (
    <>
      <MenuItem onSelect={finish}>
        <CircleCheck aria-hidden className="size-4" />
        {t('wrapUp.finish')}
      </MenuItem>
      <MenuItem onSelect={extend}>
        <TimerReset aria-hidden className="size-4" />
        {t('wrapUp.extend')}
      </MenuItem>
      <MenuLine />
    </>
  );
}

function UnknownPresence({ brief }: Pick<PresenceSwitchProps, 'brief'>): ReactElement {
  const { t } = useTranslation('presence');
  return (
    <Button disabled aria-label={`${t('label')}: ${t('unknown')}`}>
      <CloudOff aria-hidden className="size-4" />
      <span className={brief ? 'max-wide:sr-only' : ''}>{t('unknown')}</span>
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
