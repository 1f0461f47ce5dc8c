import { LogOut, Pause, Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { ConsultingStrip } from './consulting-strip.tsx';
import { HeldNote } from './held-note.tsx';
import { TransferMenu } from './transfer-menu.tsx';
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
      return null;
    case 'consulted':
      return <HeldNote {...view} situation="consulting" />;
    case 'asking':
    case 'consulting':
      return <ConsultingStrip callId={callId} view={view} />;
    case 'talking':
      return (
        <>
          {view.heldSince !== null && (
            <HeldNote
              heldSince={view.heldSince}
              situation={view.failed?.how ?? 'alone'}
              name={view.failed?.name ?? ''}
            />
          )}
          <HoldButton callId={callId} held={view.heldSince !== null} />
          <TransferMenu callId={callId} me={view.me} blind={!view.accompanied} />
          {view.accompanied && <LeaveButton callId={callId} />}
        </>
      );
  }
}

function HoldButton({ callId, held }: { readonly callId: CallId; readonly held: boolean }): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const hold = useHold(callId);
  const Icon = held ? Play : Pause;
  return (
    <Button
      tone={held ? 'primary' : 'plain'}
      size="large"
      aria-pressed={held}
      disabled={lost}
      busy={hold.isPending}
      onClick={() => hold.mutate(!held)}
    >
      {!hold.isPending && <Icon aria-hidden className="size-4" />}
      <span className="max-strip:sr-only">{held ? t('resume') : t('hold')}</span>
    </Button>
  );
}

function LeaveButton({ callId }: { readonly callId: CallId }): ReactElement {
  const { t } = useTranslation('softphone');
  const leave = useLeaveCall();
  const lost = useConnectionLost();
  return (
    <Button size="large" disabled={lost} onClick={() => void leave(callId)}>
      <LogOut aria-hidden className="size-4" />
      <span className="max-strip:sr-only">{t('leaveCall')}</span>
    </Button>
  );
}
