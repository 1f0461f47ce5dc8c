import { Grid3x3, LogOut, Mic, MicOff } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { CustomerControls } from './customer-controls.tsx';
import { HangUpButton } from './hang-up-button.tsx';
import { Keypad } from './keypad.tsx';
import { LevelMeter } from './level-meter.tsx';
import { MicrophoneMenu } from './microphone-menu.tsx';
import { lineOf, softphoneWord } from './softphone-line.ts';
import { SoftphoneStatus } from './softphone-status.tsx';
import { transferView } from './transfer-view.ts';
import { useLeaveCall } from './use-leave-call.ts';
import { useSoftphone } from './use-softphone.ts';
import { useUnloadQuestion } from './use-unload-question.ts';

interface SoftphoneBarProps {
  /** The presence switch. */
  readonly presence: ReactNode;
  /** Whether telephony is simulated or real. */
  readonly badge: ReactNode;
  readonly calls: readonly CallSession[];
  /** The agent hangs up on a customer: the call ends for both. */
  readonly onEndCall: (callId: CallId) => void;
  readonly ending: boolean;
}

/** Always at the foot of the console: can I be reached, am I heard, and the way out. */
export function SoftphoneBar({ presence, badge, calls, onEndCall, ending }: SoftphoneBarProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { desktop } = usePlatform();
  const softphone = useSoftphone();
  const line = lineOf(softphone.state);
  const call = calls.find(({ id }) => id === line?.callId) ?? null;
  const word = softphoneWord(softphone.state, call);

  const view = transferView(call, line?.legId ?? null);
  // A colleague who is only asked leaves without the customer.
  const talking = call?.status === 'human-connected' && view.type !== 'consulted' ? call.id : null;
  const transferring = view.type === 'asking' || view.type === 'consulting';
  const leave = useLeaveCall();
  const hangUp = (): void => {
    if (talking !== null) onEndCall(talking);
    else if (line !== null) void leave(line.callId);
  };
  // In the desktop app the page is never closed in the middle of a call: its window hides, and quitting is meant.
  useUnloadQuestion(line !== null && desktop === null);
  return (
    <section
      aria-label={t('label')}
      className="relative flex min-h-14 items-center gap-x-3 gap-y-1 border-line-quiet border-t bg-surface-sunken px-4 py-1 max-strip:gap-x-2 max-strip:px-2 strip:flex-wrap"
    >
      {/* A strip has no room for both; who is on a call is not available. */}
      <div className={line === null ? 'contents' : 'contents max-strip:hidden'}>{presence}</div>
      <div className="flex items-center gap-1">
        <MicrophoneMenu {...softphone} />
        {softphone.state.phase === 'on-call' && word !== 'listening' && <LevelMeter />}
      </div>
      <SoftphoneStatus state={softphone.state} call={call} onRetry={softphone.retry} />
      {line !== null && (
        <div className="flex items-center gap-2 strip:flex-wrap strip:justify-end">
          {word === 'listening' ? (
            <Button size="large" onClick={hangUp}>
              <LogOut aria-hidden className="size-4" />
              {t('leaveStandby')}
            </Button>
          ) : (
            <>
              {softphone.state.phase === 'on-call' && <TalkControls muted={softphone.state.muted} />}
              <CustomerControls callId={line.callId} view={view} />
              {!transferring && <HangUpButton endsCall={talking !== null} busy={ending} onHangUp={hangUp} />}
            </>
          )}
        </div>
      )}
      {badge}
    </section>
  );
}

function TalkControls({ muted }: { readonly muted: boolean }): ReactElement {
  const { t } = useTranslation('softphone');
  const softphone = useSoftphone();
  const [keypad, setKeypad] = useState(false);
  const toggleMute = (): void => softphone.mute(!muted);
  const toggleKeypad = (): void => setKeypad(!keypad);
  useKeys({ m: toggleMute, d: toggleKeypad });

  return (
    <>
      <span className="grid strip:w-44">
        <Button
          tone={muted ? 'primary' : 'plain'}
          size="large"
          aria-pressed={muted}
          aria-keyshortcuts="m"
          onClick={toggleMute}
        >
          {muted ? <Mic aria-hidden className="size-4" /> : <MicOff aria-hidden className="size-4" />}
          <span className="max-strip:sr-only">{muted ? t('unmute') : t('mute')}</span>
          <BarKbd>M</BarKbd>
        </Button>
      </span>
      <Button size="large" aria-expanded={keypad} aria-keyshortcuts="d" onClick={toggleKeypad}>
        <Grid3x3 aria-hidden className="size-4" />
        <span className="max-strip:sr-only">{t('keypad')}</span>
        <BarKbd>D</BarKbd>
      </Button>
      {keypad && <Keypad onPress={softphone.press} onClose={() => setKeypad(false)} />}
    </>
  );
}

/** A strip has no keyboard beside it, and no room. */
function BarKbd({ children }: { readonly children: string }): ReactElement {
  return (
    <span className="max-strip:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
