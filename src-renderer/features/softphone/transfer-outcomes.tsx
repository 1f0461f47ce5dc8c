import { PhoneForwarded, Undo2, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { BarButton } from './bar-button.tsx';
import { useSettleTransfer } from './use-transfer.ts';

interface TransferOutcomesProps {
  readonly callId: CallId;
  /** The colleague is being rung, and cannot be talked with yet. */
  readonly asking: boolean;
}

const outcomes = [
  { outcome: 'completed', word: 'transfer.complete', icon: PhoneForwarded, tone: 'connect' },
  { outcome: 'joined', word: 'transfer.join', icon: Users, tone: 'plain' },
  { outcome: 'canceled', word: 'transfer.takeBack', icon: Undo2, tone: 'plain' },
] as const satisfies readonly { readonly outcome: TransferOutcome; readonly [key: string]: unknown }[];

/** How the agent's warm transfer ends: complete it, let everybody talk, or keep the customer. */
export function TransferOutcomes({ callId, asking }: TransferOutcomesProps): ReactElement {
  const { t } = useTranslation('softphone');
  const lost = useConnectionLost();
  const settle = useSettleTransfer(callId);
  return (
    <>
      {outcomes.map(({ outcome, word, icon, tone }) => (
        <BarButton
          key={outcome}
          icon={icon}
          label={t(word)}
          important
          // Nobody is there yet whom the customer could be left to for sure.
          tone={asking ? 'plain' : tone}
          busy={settle.isPending && settle.variables === outcome}
          disabled={lost || (outcome === 'joined' && asking)}
          onClick={() => settle.mutate(outcome)}
        />
      ))}
    </>
  );
}
