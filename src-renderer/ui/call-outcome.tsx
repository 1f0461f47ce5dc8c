import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../backend/contract/calls.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { isUnconfirmed } from '../platform/call-state.ts';
import { CallStatusMark } from './call-status-mark.tsx';
import { ResultMark } from './result-mark.tsx';

interface CallOutcomeProps {
  readonly call: CallSession;
  readonly me: AgentId;
}

/** What came of a call, or where it stands; a result that the agent has still to confirm is marked as a draft. */
export function CallOutcome({ call, me }: CallOutcomeProps): ReactElement {
  const { t } = useTranslation('history');
  return (
    <span className="flex items-center gap-2">
      {call.result === null ? <CallStatusMark status={call.status} /> : <ResultMark result={call.result} />}
      {isUnconfirmed(call, me) && (
        <span className="rounded-sm border border-line px-1 text-text-quiet text-xs">{t('draft')}</span>
      )}
    </span>
  );
}
