import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentStatus } from '../../backend/contract/agents.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import type { Session } from '../../backend/contract/session.ts';
import { PresenceSwitch } from '../features/agents/presence-switch.tsx';
import { SoftphoneBar } from '../features/softphone/softphone-bar.tsx';
import { failureCode } from '../platform/api-failure.ts';
import { applyCallEvent } from '../platform/apply-event.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useActiveCalls } from '../platform/queries.ts';
import { showToast } from '../platform/toasts.ts';
import { useSingleMutation } from '../platform/use-single-mutation.ts';
import { buttonClass } from '../ui/button.tsx';
import { CarrierBadge } from './carrier-badge.tsx';
import { PhoneLink } from './phone-link.tsx';
import { useUnconfirmedCall } from './use-unconfirmed-call.ts';

interface AppBarProps {
  readonly carrier: Session['telephony']['carrier'];
  readonly status: AgentStatus;
}

/** The softphone bar with the agent's presence and the carrier in it. */
export function AppBar({ carrier, status }: AppBarProps): ReactElement {
  const { t } = useTranslation('failures');
  const { api, desktop, toasts } = usePlatform();
  const cache = useQueryClient();
  const calls = useActiveCalls().data ?? [];
  const end = useSingleMutation({
    mutationKey: ['end-call'],
    mutationFn: api.endCall,
    onSuccess: (call) => applyCallEvent(cache, { type: 'call-ended', call }),
    onError: (error) => showToast(toasts, 'failed', t(failureCode(error))),
  });
  return (
    <SoftphoneBar
      presence={
        <>
          <PresenceSwitch status={status} />
          {status.presence === 'wrap-up' && <ResultLink me={status.agentId} />}
        </>
      }
      badge={
        <>
          <CarrierBadge carrier={carrier} />
          {carrier === 'simulated' && desktop === null && <PhoneLink />}
        </>
      }
      calls={calls}
      ending={end.isPending}
      onEndCall={end.mutate}
    />
  );
}

/** Back to the call whose result the time after it is for. */
function ResultLink({ me }: { readonly me: AgentId }): ReactElement | null {
  const { t } = useTranslation('result');
  const call = useUnconfirmedCall(me);
  if (call === null) return null;
  return (
    <Link
      href={`/calls/${call.id}`}
      className={`${buttonClass({ tone: 'plain', size: 'medium' })} max-strip:hidden`}
    >
      {t('toConfirm')}
    </Link>
  );
}
