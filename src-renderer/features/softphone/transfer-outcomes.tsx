import { PhoneForwarded, Undo2, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { BarButton } from './bar-button.tsx';
import { BarSlot } from './bar-slot.tsx';
import { useSettleTransfer } from './use-transfer.ts';

interface TransferOutcomesProps {
  readonly callId: CallId;
  /** The colleague is being rung, and cannot be talked with yet. */
  readonly asking: boolean;
}

/** What comes into a slot next does nothing at once: a second press there must not cut anybody off. */
const outcomes = [
  { outcome: 'completed', slot: 'hold', word: 'transfer.complete', icon: PhoneForwarded, tone: 'connect' },
  { outcome: 'joined', slot: 'transfer', word: 'transfer.join', icon: Users, tone: 'plain' },
  { outcome: 'canceled', slot: 'leave', word: 'transfer.takeBack', icon: Undo2, tone: 'plain' },
] as const satisfies readonly { readonly outcome: TransferOutcome; readonly [key: string]: unknown }[];

/** How the agent's warm transfer ends: complete it, let everybody talk, or keep the customer. */
export function TransferOutcomes({ callId, asking }: TransferOutcomesProps): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const settle = useSettleTransfer(callId);
  return (
    <>
      {outcomes.map(({ outcome, slot, word, icon, tone }) => (
        <BarSlot key={outcome} of={slot}>
          <BarButton
            icon={icon}
            label={t(word)}
            // Nobody is there yet whom the customer could be left to for sure.
            tone={asking ? 'plain' : tone}
            busy={settle.isPending && settle.variables === outcome}
            disabled={lost || (outcome === 'joined' && asking)}
            onClick={() => settle.mutate(outcome)}
          />
        </BarSlot>
      ))}
    </>
  );
}
