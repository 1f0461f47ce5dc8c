import { LogOut, Pause, Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { BarButton } from './bar-button.tsx';
import { BarSlot } from './bar-slot.tsx';
import { TransferMenu } from './transfer-menu.tsx';
import { TransferOutcomes } from './transfer-outcomes.tsx';
import type { TransferView } from './transfer-view.ts';
import { useLeaveCall } from './use-leave-call.ts';
import { useHold } from './use-transfer.ts';

interface CustomerControlsProps {
  readonly callId: CallId;
  readonly view: TransferView;
}

/** Hold, transfer, and the way out of a call on which a colleague talks, too. */
export function CustomerControls({ callId, view }: CustomerControlsProps): ReactElement | null {
  switch (view.type) {
    case 'none':
    case 'consulted':
      return null;
    case 'asking':
    case 'consulting':
      return <TransferOutcomes callId={callId} asking={view.type === 'asking'} />;
    case 'beside':
      return <LeaveButton callId={callId} />;
    case 'talking': {
      const accompanied = view.companions.length > 0;
      return (
        <>
          <HoldButton callId={callId} held={view.heldSince !== null} />
          <BarSlot of="transfer">
            <TransferMenu callId={callId} me={view.me} blind={!accompanied} />
          </BarSlot>
          {accompanied && <LeaveButton callId={callId} />}
        </>
      );
    }
  }
}

function HoldButton({ callId, held }: { readonly callId: CallId; readonly held: boolean }): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const hold = useHold(callId);
  return (
    <BarSlot of="hold">
      <BarButton
        icon={held ? Play : Pause}
        label={held ? t('resume') : t('hold')}
        tone={held ? 'primary' : 'plain'}
        aria-pressed={held}
        disabled={lost}
        busy={hold.isPending}
        onClick={() => hold.mutate(!held)}
      />
    </BarSlot>
  );
}

function LeaveButton({ callId }: { readonly callId: CallId }): ReactElement {
  const { t } = useTranslation('softphone');
  const leave = useLeaveCall();
  const lost = useConnectionLost();
  return (
    <BarSlot of="leave">
      <BarButton icon={LogOut} label={t('leaveCall')} disabled={lost} onClick={() => void leave(callId)} />
    </BarSlot>
  );
}
