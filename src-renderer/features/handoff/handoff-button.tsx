import { BellRing, Headset, LoaderCircle, PhoneForwarded } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { HandoffProgressNote } from './handoff-progress-note.tsx';
import { type HandoffView, handoffView } from './handoff-view.ts';
import { useHandoffRequest } from './use-handoff-request.ts';

interface HandoffButtonProps {
  readonly call: CallSession;
  readonly me: AgentStatus;
  /** Whether the softphone of this window cannot be in a call now. */
  readonly lineDown: boolean;
}

/**
 * 取り次ぎ: the presser takes the call. Asks in its own place, shows each step, and says in words why it cannot be pressed or what went
 * wrong.
 */
export function HandoffButton({ call, me, lineDown }: HandoffButtonProps): ReactElement {
  const { connection, preferences } = usePlatform();
  const { t } = useTranslation('handoff');
  const live = useStore(connection, ({ type }) => type === 'live');
  const askFirst = useStore(preferences, ({ skipHandoffConfirmation }) => !skipHandoffConfirmation);
  const [asking, setAsking] = useState(false);
  const request = useHandoffRequest(call.id);

  const view = handoffView({ call, me, live, lineDown });
  const pressable = view.type === 'ready' && !request.isPending;
  const connect = (): void => {
    setAsking(false);
    request.mutate(null);
  };
  const press = askFirst ? () => setAsking(true) : connect;
  useKeys(pressable && !asking ? { h: press } : {});

  if (asking && pressable) {
    return (
      <InPlaceQuestion
        question={t('ask')}
        yes={t('yes')}
        no={t('no')}
        tone="connect"
        onYes={connect}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Step view={view} requesting={request.isPending} onPress={press} />
      {request.isError && view.type !== 'connected' && (
        <FailureNotice
          error={request.error}
          action={
            pressable && mayPass(request.error) ? (
              <Button size="small" onClick={connect}>
                {t('failed.retry')}
              </Button>
            ) : null
          }
        />
      )}
    </div>
  );
}

interface StepProps {
  readonly view: HandoffView;
  readonly requesting: boolean;
  readonly onPress: () => void;
}

function Step({ view, requesting, onPress }: StepProps): ReactElement | null {
  const { t } = useTranslation('handoff');
  if (requesting) return <Connecting step={t('step.requesting')} />;
  switch (view.type) {
    case 'joining':
      return <Connecting step={t('step.joining')} />;
    case 'none':
      return null;
    case 'offered':
      return (
        <span role="status" className="inline-flex h-11 items-center gap-2 font-medium text-state-waiting">
          <BellRing aria-hidden className="size-4" />
          {t('offeredToYou')}
        </span>
      );
    case 'line-down':
      return (
        <span role="status" className="inline-flex h-11 items-center gap-2 font-medium text-state-failed">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {t('lineDown')}
        </span>
      );
    case 'connected':
      return <Connected>{t('connected')}</Connected>;
    case 'consulting':
      return <Connected>{t('consulting', { name: view.name })}</Connected>;
    case 'connected-other':
      return <Connected>{t('connectedOther', { name: view.name })}</Connected>;
    case 'disabled':
      return <Disabled reason={t(`disabled.${view.reason}`)} />;
    case 'ready':
      return (
        <>
          <Button tone="connect" size="large" aria-keyshortcuts="h" onClick={onPress}>
            <PhoneForwarded aria-hidden className="size-4" />
            {view.standby ? t('takeNow') : t('action')}
            <Kbd>H</Kbd>
          </Button>
          {view.progress !== null && <HandoffProgressNote progress={view.progress} />}
        </>
      );
  }
}

function Disabled({ reason }: { readonly reason: string }): ReactElement {
  const { t } = useTranslation('handoff');
  const id = useId();
  return (
    <>
      <Button size="large" disabled aria-describedby={id}>
        <PhoneForwarded aria-hidden className="size-4" />
        {t('action')}
      </Button>
      <span id={id} className="text-sm text-text-quiet">
        {reason}
      </span>
    </>
  );
}

function Connecting({ step }: { readonly step: string }): ReactElement {
  return (
    <span role="status">
      <Button tone="connect" size="large" busy>
        {step}
      </Button>
    </span>
  );
}

function Connected({ children }: { readonly children: string }): ReactElement {
  return (
    <span role="status" className="inline-flex h-11 items-center gap-2 font-medium text-state-human">
      <Headset aria-hidden className="size-4" />
      {children}
    </span>
  );
}

/** Whether the same request may succeed in a moment. */
function mayPass(error: Error): boolean {
  const code = failureCode(error);
  return code === 'carrier-unavailable' || code === 'unreachable' || code === 'internal';
}
