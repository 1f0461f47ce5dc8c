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
import { WhyButton } from '../../features/routing/why-button.tsx';
import { whereIs } from '../../features/softphone/softphone-line.ts';
import { useSoftphone } from '../../features/softphone/use-softphone.ts';
import { ListenerNotice } from '../../features/supervision/listener-notice.tsx';
import { SupervisionControls } from '../../features/supervision/supervision-controls.tsx';
import { listenerFor } from '../../features/supervision/supervision-view.ts';
import { awaitsHuman, isOnStandby, isOver, legOf, mayEnd } from '../../platform/call-state.ts';
import { useCallRecord, useSupervisionOf } from '../../platform/queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonCall } from '../../ui/skeleton.tsx';

interface LiveCallProps {
  readonly callId: CallId;
  readonly me: AgentStatus;
  /** Where the call was chosen. */
  readonly back: '/calls' | '/wall';
}

/** A call as it happens, with what the agent can do; after its end, its result. */
export function LiveCall({ callId, me, back }: LiveCallProps): ReactElement {
  const { t } = useTranslation('shell');
  const record = useCallRecord(callId);
  if (record.isPending) return <SkeletonCall label={t('loading')} />;
  if (record.data === undefined) {
    return <LoadFailure what="call" list={back} error={record.error} onRetry={() => void record.refetch()} />;
  }
  const { call } = record.data;
  return (
    <CallPanel record={record.data} me={me.agentId} back={back} banner={<Banner call={call} me={me} />}>
      {isOver(call.status) ? <CallResult call={call} me={me} /> : <Actions call={call} me={me} />}
    </CallPanel>
  );
}

function Banner({ call, me }: { readonly call: CallSession; readonly me: AgentStatus }): ReactElement {
  const listener = listenerFor(me, useSupervisionOf(call.id));
  return (
    <>
      {isOnStandby(call, me.agentId) && <StandbyBanner call={call} />}
      {listener !== null && <ListenerNotice supervision={listener} />}
    </>
  );
}

function Actions({ call, me }: { readonly call: CallSession; readonly me: AgentStatus }): ReactElement {
  const { state } = useSoftphone();
  const line = whereIs(call.id, state);
  // The softphone of who supervises is on the call, too, and hanging up there ends nothing.
  const talking = call.status === 'human-connected' && line === 'here' && legOf(call, me.agentId) !== null;
  return (
    // A question has the place to itself but for the end of the call, so that it needs no second line.
    <div className="grid grid-cols-[minmax(0,auto)_auto_minmax(auto,1fr)_auto] max-strip:flex max-strip:flex-wrap items-start gap-2 border-line-quiet border-t px-4 py-3 [&:has([data-owns-keys])>:not(:has([data-owns-keys]),[data-stays])]:hidden">
      <div className="contents">
        <HandoffButton call={call} me={me} line={line} />
      </div>
      {awaitsHuman(call) && <ColleagueMenu callId={call.id} me={me.agentId} />}
      {/* Beside what can be done, so that nothing moves when a human is first wanted. */}
      {call.handoff !== null && (
        <div className="col-start-3 self-center strip:ml-auto">
          <WhyButton handoffId={call.handoff.id} company={call.customer.company} />
        </div>
      )}
      {/* The bar has it while the agent talks: hanging up there ends the call as well. */}
      {!talking && mayEnd(call, me) && (
        <div data-stays className="col-start-4 ml-auto flex flex-wrap items-center justify-end gap-2">
          <EndCallButton callId={call.id} />
        </div>
      )}
      <SupervisionControls call={call} me={me} />
    </div>
  );
}
