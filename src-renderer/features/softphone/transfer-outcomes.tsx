import { PhoneForwarded, Undo2, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { HeldNote } from './held-note.tsx';
import type { TransferView } from './transfer-view.ts';
import { useSettleTransfer } from './use-transfer.ts';

interface ConsultingStripProps {
  readonly callId: CallId;
  readonly view: Extract<TransferView, { type: 'asking' | 'consulting' }>;
}

const outcomes = [
  { outcome: 'completed', word: 'transfer.complete', icon: PhoneForwarded, tone: 'connect' },
  { outcome: 'joined', word: 'transfer.join', icon: Users, tone: 'plain' },
  { outcome: 'canceled', word: 'transfer.takeBack', icon: Undo2, tone: 'plain' },
] as const satisfies readonly { readonly outcome: TransferOutcome; readonly [key: string]: unknown }[];

/** The agent's warm transfer, from the colleague's first ring: complete it, let everybody talk, or keep the customer. */
export function ConsultingStrip({ callId, view }: ConsultingStripProps): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const settle = useSettleTransfer(callId);
  return (
    <>
      <HeldNote heldSince={view.heldSince} situation={view.type} name={view.name} />
      {outcomes.map(({ outcome, word, icon: Icon, tone }) => {
        const busy = settle.isPending && settle.variables === outcome;
        const tooEarly = outcome === 'joined' && view.type === 'asking';
        return (
          <Button
            key={outcome}
            tone={tone}
            size="large"
            busy={busy}
            disabled={lost || tooEarly}
            onClick={() => settle.mutate(outcome)}
          >
            {!busy && <Icon aria-hidden className="size-4" />}
            <span className="max-strip:sr-only">{t(word)}</span>
          </Button>
        );
      })}
    </>
  );
}
