import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import { useSession } from '../../platform/queries.ts';

/** On a simulated line nobody writes down what an agent says: the record says so, lest it seem to have lost one side. */
export function UnwrittenVoices({ record }: { readonly record: CallRecord }): ReactElement | null {
  const { t } = useTranslation('transcript');
  const simulated = useSession().data?.telephony.carrier === 'simulated';
  if (!simulated || !agentTalked(record) || record.turns.some(({ speaker }) => speaker === 'agent'))
    return null;
  return (
    <p className="border-line-quiet border-t px-4 py-1.5 text-center text-text-quiet text-xs">
      {t('unwrittenVoices')}
    </p>
  );
}

function agentTalked({ call, handoffs }: CallRecord): boolean {
  const byHand = call.mode === 'agent' && call.answeredAt !== null;
  return byHand || handoffs.some(({ connectedAt }) => connectedAt !== null);
}
