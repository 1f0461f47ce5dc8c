import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSession } from '../../platform/queries.ts';

/** On a simulated line nobody writes down what an agent says: the record says so, lest it seem to have lost one side. */
export function UnwrittenVoices({ record }: { readonly record: CallRecord }): ReactElement | null {
  const { t } = useTranslation('transcript');
  const simulated = useSession().data?.telephony.carrier === 'simulated';
  const written = useAgentWritten(record);
  if (!simulated || !agentTalked(record) || written) return null;
  return (
    <p className="border-line-quiet border-t px-4 py-1.5 text-center text-text-quiet text-xs">
      {t('unwrittenVoices')}
    </p>
  );
}

/** Whether words of an agent are to be read, also those that are just being said. */
function useAgentWritten({ call, turns }: CallRecord): boolean {
  const speaking = useStore(
    usePlatform().partials,
    (byCall) => byCall[call.id]?.some(({ speaker }) => speaker === 'agent') ?? false,
  );
  return speaking || turns.some(({ speaker }) => speaker === 'agent');
}

function agentTalked({ call, handoffs }: CallRecord): boolean {
  const byHand = call.mode === 'agent' && call.answeredAt !== null;
  return byHand || handoffs.some(({ connectedAt }) => connectedAt !== null);
}
