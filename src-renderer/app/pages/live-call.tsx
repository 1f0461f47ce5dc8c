import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { CallPanel } from '../../features/calls/call-panel.tsx';
import { CallResult } from '../../features/calls/call-result.tsx';
import { EndCallButton } from '../../features/calls/end-call-button.tsx';
import { ColleagueMenu } from '../../features/handoff/colleague-menu.tsx';
import { HandoffButton } from '../../features/handoff/handoff-button.tsx';
import { StandbyBanner } from '../../features/handoff/standby-banner.tsx';
import { whereIs } from '../../features/softphone/softphone-line.ts';
import { useSoftphone } from '../../features/softphone/use-softphone.ts';
import { awaitsHuman, isOnStandby, isOver, mayEnd } from '../../platform/call-state.ts';
import { useCallRecord } from '../../platform/queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonCall } from '../../ui/skeleton.tsx';

interface LiveCallProps {
  readonly callId: CallId;
  readonly me: AgentStatus;
}

/** A call as it happens, with what the agent can do; after its end, its result. */
export function LiveCall({ callId, me }: LiveCallProps): ReactElement {
  const { t } = useTranslation('shell');
  const record = useCallRecord(callId);
  if (record.isPending) return <SkeletonCall label={t('loading')} />;
  if (record.data === undefined) {
    return (
      <LoadFailure what="call" list="/calls" error={record.error} onRetry={() => void record.refetch()} />
    );
  }
  const { call } = record.data;
  return (
    <CallPanel
      record={record.data}
      me={me.agentId}
      banner={isOnStandby(call, me.agentId) ? <StandbyBanner call={call} /> : null}
    >
      {isOver(call.status) ? <CallResult call={call} me={me} /> : <Actions call={call} me={me} />}
    </CallPanel>
  );
}

function Actions({ call, me }: { readonly call: CallSession; readonly me: AgentStatus }): ReactElement {
  const { state } = useSoftphone();
  const line = whereIs(call.id, state);
  const talking = call.status === 'human-connected' && line === 'here';
  return (
    // A question has the place to itself, so that it needs no second line.
    <div className="grid grid-cols-[minmax(0,auto)_auto_minmax(auto,1fr)] items-start gap-2 border-line-quiet border-t px-4 py-3 [&:has([data-owns-keys])>:not(:has([data-owns-keys]))]:hidden">
      <div className="contents">
        <HandoffButton call={call} me={me} line={line} />
      </div>
      {awaitsHuman(call) && <ColleagueMenu callId={call.id} me={me.agentId} />}
      {/* The bar has it while the agent talks: hanging up there ends the call as well. */}
      {!talking && mayEnd(call, me) && (
        <div className="col-start-3 flex flex-wrap items-center justify-end gap-2">
          <EndCallButton callId={call.id} />
        </div>
      )}
    </div>
  );
}
