import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import type { AgentStatus } from '../../backend/contract/agents.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import type { Session } from '../../backend/contract/session.ts';
import { PresenceSwitch } from '../features/agents/presence-switch.tsx';
import { SoftphoneBar } from '../features/softphone/softphone-bar.tsx';
import { useActiveCalls, useSupervisions } from '../platform/queries.ts';
import { buttonClass } from '../ui/button.tsx';
import { CarrierBadge } from './carrier-badge.tsx';
import { StripMenu } from './strip-menu.tsx';
import { useHangUp } from './use-hang-up.ts';
import { useUnconfirmedCall } from './use-unconfirmed-call.ts';

interface AppBarProps {
  readonly carrier: Session['telephony']['carrier'];
  readonly status: AgentStatus;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

/** The softphone bar with the agent's presence and the carrier in it. */
export function AppBar({ carrier, status, onShowKeys, onSignOut }: AppBarProps): ReactElement {
  const calls = useActiveCalls().data ?? [];
  const supervisions = useSupervisions().data ?? [];
  const { hangUp, pending } = useHangUp(status.agentId);
  return (
    <SoftphoneBar
      presence={(brief) => <PresenceSwitch status={status} brief={brief} />}
      afterCall={status.presence === 'wrap-up' && <ResultLink me={status.agentId} />}
      strip={
        <>
          <CarrierBadge carrier={carrier} />
          <StripMenu role={status.role} onShowKeys={onShowKeys} onSignOut={onSignOut} />
        </>
      }
      engaged={status.presence === 'on-call'}
      calls={calls}
      supervisions={supervisions}
      ending={pending}
      onEndCall={hangUp}
    />
  );
}

/** Back to the call whose result the time after it is for, from where that is not to be seen. */
function ResultLink({ me }: { readonly me: AgentId }): ReactElement | null {
  const { t } = useTranslation('result');
  const call = useUnconfirmedCall(me);
  const [, open] = useRoute('/:place/:id?');
  if (call === null || open?.id === call.id) return null;
  // Without a choice the calls show it beside them, where there is room.
  const shown = open?.place === 'calls' && open.id === undefined;
  return (
    <span className={shown ? 'max-strip:hidden wide:hidden' : ''}>
      <Link href={`/calls/${call.id}`} className={buttonClass({ tone: 'plain', size: 'large' })}>
        {t('toConfirm')}
      </Link>
    </span>
  );
}
