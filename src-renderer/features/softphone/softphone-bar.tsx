import { LogOut, PhoneOff } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { BarNotes } from './bar-notes.tsx';
import { barStatus } from './bar-status.ts';
import { CustomerControls } from './customer-controls.tsx';
import { LevelMeter } from './level-meter.tsx';
import { MicrophoneMenu } from './microphone-menu.tsx';
import { RecordingControl } from './recording-control.tsx';
import { lineOf, lineTrouble } from './softphone-line.ts';
import type { Line } from './softphone-machine.ts';
import { SoftphoneStatus } from './softphone-status.tsx';
import { TalkControls } from './talk-controls.tsx';
import { type TransferView, transferView } from './transfer-view.ts';
import { useLeaveCall } from './use-leave-call.ts';
import { useSoftphone } from './use-softphone.ts';
import { useUnloadQuestion } from './use-unload-question.ts';

interface SoftphoneBarProps {
  /** The presence switch. */
  readonly presence: ReactNode;
  /** Shown in place of the call's controls while there is no call. */
  readonly afterCall: ReactNode;
  /** What the narrowest window has no other place for. */
  readonly strip: ReactNode;
  /** Whether the agent is on a call, in this window or elsewhere. */
  readonly engaged: boolean;
  readonly calls: readonly CallSession[];
  /** The agent hangs up on a customer: the call ends for both. */
  readonly onEndCall: (callId: CallId) => void;
  readonly ending: boolean;
}

/**
 * Always at the foot of the console: can I be reached, am I heard, and the way out. Its height is one, whatever the call does: a strip has
 * a row for the telephone, and one for the presence or, on a call, for what can be done with it.
 */
export function SoftphoneBar(props: SoftphoneBarProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { desktop } = usePlatform();
  const softphone = useSoftphone();
  const lost = useConnectionLost();
  const line = lineOf(softphone.state);
  const call = props.calls.find(({ id }) => id === line?.callId) ?? null;
  const view = transferView(call, line?.legId ?? null);
  const status = barStatus({
    state: softphone.state,
    call,
    view,
    engagedElsewhere: props.engaged && line === null,
    connectionLost: lost,
  });
  // A colleague who is only asked leaves without the customer.
  const endsCall = call?.status === 'human-connected' && view.type !== 'consulted';
  const cannotHangUp = lost && endsCall;
  const why = useId();
  // In the desktop app the page is never closed in the middle of a call: its window hides, and quitting is meant.
  useUnloadQuestion(line !== null && desktop === null);
  return (
    <section
      aria-label={t('label')}
      className="relative flex min-h-[61px] items-center gap-x-3 border-line-quiet border-t bg-surface-sunken px-4 py-2 max-strip:grid max-strip:grid-cols-[auto_minmax(0,1fr)_auto] max-strip:grid-rows-[minmax(44px,auto)_44px] max-strip:gap-2 max-strip:px-2"
    >
      {/* Who is on a call is not available: a narrow window needs the room. */}
      <div
        className={`flex items-center max-strip:col-start-1 max-strip:col-end-3 max-strip:row-start-2 ${line === null ? '' : 'max-wide:hidden'}`}
      >
        {props.presence}
      </div>
      <div className="flex items-center gap-1 max-strip:row-start-1">
        <MicrophoneMenu {...softphone} />
        {softphone.state.phase === 'on-call' && status.word !== 'listening' && <LevelMeter />}
      </div>
      <SoftphoneStatus
        state={softphone.state}
        status={status}
        company={call?.customer.company ?? null}
        onRetry={softphone.retry}
        onEndTest={softphone.hangUp}
      />
      <div className="flex items-center gap-1 max-strip:row-start-1 strip:hidden">{props.strip}</div>
      {line === null ? (
        // Over the column that the presence leaves free, so that it makes none of those above narrower.
        <div className="max-strip:col-start-2 max-strip:col-end-4 max-strip:row-start-2 max-strip:justify-self-end">
          {props.afterCall}
        </div>
      ) : (
        <div className="flex items-center gap-2 max-strip:col-span-full max-strip:row-start-2 max-strip:justify-end">
          {status.word === 'listening' ? (
            <LeaveStandby callId={line.callId} />
          ) : (
            <CallControls
              {...props}
              line={line}
              call={call}
              view={view}
              endsCall={endsCall}
              closedBecause={cannotHangUp ? why : undefined}
            />
          )}
        </div>
      )}
      <BarNotes trouble={lineTrouble(softphone.state)} cannotHangUp={cannotHangUp ? why : undefined} />
    </section>
  );
}

function LeaveStandby({ callId }: { readonly callId: CallId }): ReactElement {
  const { t } = useTranslation('softphone');
  const leave = useLeaveCall();
  return (
    <Button size="large" onClick={() => void leave(callId)}>
      <LogOut aria-hidden className="size-4" />
      {t('leaveStandby')}
    </Button>
  );
}

interface CallControlsProps extends Pick<SoftphoneBarProps, 'ending' | 'onEndCall'> {
  readonly line: Line;
  readonly call: CallSession | null;
  readonly view: TransferView;
  readonly endsCall: boolean;
  /** What says why the call cannot be ended now. */
  readonly closedBecause: string | undefined;
}

function CallControls({
  line,
  call,
  view,
  endsCall,
  closedBecause,
  ending,
  onEndCall,
}: CallControlsProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { state } = useSoftphone();
  const leave = useLeaveCall();
  const transferring = view.type === 'asking' || view.type === 'consulting';
  return (
    <>
      {state.phase === 'on-call' && (
        <TalkControls muted={state.muted} tones={!transferring && view.type !== 'consulted'} />
      )}
      <RecordingControl call={call} />
      <CustomerControls callId={line.callId} view={view} />
      {!transferring && (
        <Button
          tone="destructive"
          size="large"
          busy={ending}
          disabled={closedBecause !== undefined}
          aria-describedby={closedBecause}
          onClick={() => (endsCall ? onEndCall(line.callId) : void leave(line.callId))}
        >
          {!ending && <PhoneOff aria-hidden className="size-4" />}
          {t('hangUp')}
        </Button>
      )}
    </>
  );
}
