import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { type CallId, callIdSchema } from '../../../backend/contract/ids.ts';
import { CallResult } from '../../features/calls/call-result.tsx';
import { Transcript } from '../../features/calls/transcript.tsx';
import { CallRecordPanel } from '../../features/history/call-record-panel.tsx';
import { HistoryList } from '../../features/history/history-list.tsx';
import type { WantedMoment } from '../../features/history/recording-player.tsx';
import { RecordingSection } from '../../features/history/recording-section.tsx';
import { ResultChanges } from '../../features/history/result-changes.tsx';
import { useHistoryPlace, useWantedHistory } from '../../features/history/use-history-place.ts';
import { WhyButton } from '../../features/routing/why-button.tsx';
import { useCallRecord } from '../../platform/queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonCall } from '../../ui/skeleton.tsx';
import { TwoPanes } from '../two-panes.tsx';

interface HistoryPageProps {
  readonly callId: string | undefined;
  readonly me: AgentStatus;
}

export function HistoryPage({ callId, me }: HistoryPageProps): ReactElement {
  const selected = callIdSchema.safeParse(callId).data ?? null;
  return (
    <TwoPanes
      detailShown={selected === null ? 'none' : 'open'}
      list={<HistoryList selected={selected} me={me.agentId} />}
      detail={selected !== null && <SelectedRecord key={selected} callId={selected} me={me} />}
    />
  );
}

interface SelectedRecordProps {
  readonly callId: CallId;
  readonly me: AgentStatus;
}

function SelectedRecord({ callId, me }: SelectedRecordProps): ReactElement {
  const { t } = useTranslation('shell');
  const record = useCallRecord(callId);
  const { phrase } = useWantedHistory(useHistoryPlace()[0]);
  const [wanted, setWanted] = useState<WantedMoment | null>(null);
  if (record.isPending) return <SkeletonCall label={t('loading')} />;
  if (record.data === undefined) {
    return (
      <LoadFailure what="record" list="/history" error={record.error} onRetry={() => void record.refetch()} />
    );
  }
  const { call } = record.data;
  const listen = (at: string): void => setWanted({ at });
  return (
    <CallRecordPanel
      record={record.data}
      why={({ id }) => <WhyButton handoffId={id} company={call.customer.company} />}
      result={
        <>
          <CallResult call={call} me={me} />
          <ResultChanges call={call} />
        </>
      }
      recording={<RecordingSection call={call} isAdmin={me.role === 'admin'} wanted={wanted} />}
      transcript={
        <Transcript
          key={phrase}
          record={record.data}
          searched={phrase}
          onListen={call.recording === 'stored' ? listen : undefined}
        />
      }
    />
  );
}
