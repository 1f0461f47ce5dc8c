import { LogOut, PhoneOff } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { Supervision } from '../../../backend/contract/supervision.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { BarButton } from './bar-button.tsx';
import { BarSlot, BarSlots } from './bar-slot.tsx';
import { CustomerControls } from './customer-controls.tsx';
import { LevelMeter } from './level-meter.tsx';
import { MicrophoneMenu } from './microphone-menu.tsx';
import { RecordingControl } from './recording-control.tsx';
import { lineTrouble, microphoneInUse, mutedOf } from './softphone-line.ts';
import type { Line } from './softphone-machine.ts';
import { FailureInStrip, SoftphoneStatus } from './softphone-status.tsx';
import { TalkControls } from './talk-controls.tsx';
import type { TransferView } from './transfer-view.ts';
import { useBarSituation } from './use-bar-situation.ts';
import { useLeaveCall } from './use-leave-call.ts';
import { useSoftphone } from './use-softphone.ts';
import { useUnloadQuestion } from './use-unload-question.ts';

interface SoftphoneBarProps {
  /** The presence switch; a brief one makes room for a call's controls in a narrow window. */
  readonly presence: (brief: boolean) => ReactNode;
  /** Shown in place of the call's controls while there is no call. */
  readonly afterCall: ReactNode;
  /** What the narrowest window has no other place for. */
  readonly strip: ReactNode;
  /** Whether the agent is on a call, in this window or elsewhere. */
  readonly engaged: boolean;
  readonly calls: readonly CallSession[];
  /** The admins on other people's calls that this agent may know of. */
  readonly supervisions: readonly Supervision[];
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
  const why = useId();
  const { desktop } = usePlatform();
  const softphone = useSoftphone();
  const { line, call, view, status, listener, endsCall, serverAway } = useBarSituation(props);
  // In the desktop app the page is never closed in the middle of a call: its window hides, and quitting is meant.
  useUnloadQuestion(line !== null && desktop === null);
  return (
    <section
      aria-label={t('label')}
      className="relative flex h-[61px] items-center gap-x-3 border-line-quiet border-t bg-surface-sunken px-4 max-strip:grid max-strip:h-[113px] max-strip:grid-cols-[auto_minmax(0,1fr)_auto] max-strip:grid-rows-[44px_44px] max-strip:gap-2 max-strip:px-2 max-strip:py-2"
    >
      <div className="flex items-center gap-1 max-strip:row-start-1">
        <MicrophoneMenu {...softphone} chosenMicrophone={microphoneInUse(softphone)} />
        {softphone.state.phase === 'on-call' && status.word !== 'listening' && <LevelMeter />}
      </div>
      <SoftphoneStatus
        state={softphone.state}
        status={status}
        company={call?.customer.company ?? null}
        listener={listener}
        hint={{ id: why, kind: serverAway ? 'server-away' : lineTrouble(softphone.state) }}
        onRetry={softphone.retry}
        onEndTest={softphone.endTest}
      />
      <div className="flex items-center gap-1 max-strip:row-start-1 strip:hidden">{props.strip}</div>
      <div className="contents max-strip:col-span-full max-strip:flex max-strip:items-center max-strip:justify-between max-strip:gap-2">
        <div className="flex shrink-0 items-center strip:order-first">{props.presence(line !== null)}</div>
        {line === null ? (
          <>
            {softphone.state.phase === 'failed' && <FailureInStrip reason={softphone.state.reason} />}
            {props.afterCall}
          </>
        ) : (
          <BarSlots>
            <CallControls
              {...props}
              line={line}
              call={call}
              view={view}
              standby={status.word === 'listening'}
              endsCall={endsCall}
              toldBy={serverAway ? why : undefined}
            />
          </BarSlots>
        )}
      </div>
    </section>
  );
}

function LeaveStandby({ callId }: { readonly callId: CallId }): ReactElement {
  const { t } = useTranslation('softphone');
  const leave = useLeaveCall();
  return (
    <BarSlot of="leave-standby">
      <BarButton icon={LogOut} label={t('leaveStandby')} word="always" onClick={() => void leave(callId)} />
    </BarSlot>
  );
}

interface CallControlsProps extends Pick<SoftphoneBarProps, 'ending' | 'onEndCall'> {
  readonly line: Line;
  readonly call: CallSession | null;
  readonly view: TransferView;
  /** Nobody hears the agent yet. */
  readonly standby: boolean;
  readonly endsCall: boolean;
  /** While the server cannot be reached: what says how the call ends then. */
  readonly toldBy: string | undefined;
}

function CallControls({
  line,
  call,
  view,
  standby,
  endsCall,
  toldBy,
  ending,
  onEndCall,
}: CallControlsProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { state } = useSoftphone();
  const leave = useLeaveCall();
  if (standby) return <LeaveStandby callId={line.callId} />;
  const muted = mutedOf(state);
  const transferring = view.type === 'asking' || view.type === 'consulting';
  return (
    <>
      {muted !== null && (
        <TalkControls
          muted={muted}
          tones={state.phase === 'on-call' && !transferring && view.type !== 'consulted'}
        />
      )}
      <RecordingControl call={call} />
      <CustomerControls callId={line.callId} view={view} />
      <BarSlot of="hang-up">
        <BarButton
          icon={PhoneOff}
          label={t('hangUp')}
          word="always"
          tone="destructive"
          busy={ending}
          // Of a customer on hold for a colleague nobody is rid of by mistake: the transfer is ended first, where it can be.
          disabled={transferring && toldBy === undefined}
          aria-describedby={toldBy}
          onClick={() => (endsCall ? onEndCall(line.callId) : void leave(line.callId))}
        />
      </BarSlot>
    </>
  );
}
