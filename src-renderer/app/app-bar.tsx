import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
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
import { StripMenu } from './strip-menu.tsx';
import { useUnconfirmedCall } from './use-unconfirmed-call.ts';

interface AppBarProps {
  readonly carrier: Session['telephony']['carrier'];
  readonly status: AgentStatus;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

/** The softphone bar with the agent's presence and the carrier in it. */
export function AppBar({ carrier, status, onShowKeys, onSignOut }: AppBarProps): ReactElement {
  const { t } = useTranslation('failures');
  const { api, toasts } = usePlatform();
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
      presence={<PresenceSwitch status={status} />}
      afterCall={status.presence === 'wrap-up' && <ResultLink me={status.agentId} />}
      strip={
        <>
          <CarrierBadge carrier={carrier} />
          <StripMenu onShowKeys={onShowKeys} onSignOut={onSignOut} />
        </>
      }
      engaged={status.presence === 'on-call'}
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
  const [, open] = useRoute('/calls/:callId');
  if (call === null || open?.callId === call.id) return null;
  return (
    <Link href={`/calls/${call.id}`} className={buttonClass({ tone: 'plain', size: 'large' })}>
      {t('toConfirm')}
    </Link>
  );
}
