import { BellRing, Headset, LoaderCircle, type LucideIcon, Pause, PhoneForwarded, Users } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { HandoffProgressNote } from './handoff-progress-note.tsx';
import { type HandoffView, handoffView, type LinePlace } from './handoff-view.ts';
import { useHandoffRequest } from './use-handoff-request.ts';

interface HandoffButtonProps {
  readonly call: CallSession;
  readonly me: AgentStatus;
  /** Where the call is, seen from the softphone of this window. */
  readonly line: LinePlace;
}

/**
 * 取り次ぎ: the presser takes the call. Asks in its own place, shows each step, and says in words why it cannot be pressed or what went
 * wrong.
 */
export function HandoffButton({ call, me, line }: HandoffButtonProps): ReactElement {
  const { preferences } = usePlatform();
  const { t } = useTranslation('handoff');
  const live = !useConnectionLost();
  const askFirst = useStore(preferences, ({ skipHandoffConfirmation }) => !skipHandoffConfirmation);
  const [asking, setAsking] = useState(false);
  const request = useHandoffRequest(call.id);

  const view = handoffView({ call, me, live, line });
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
    <>
      {/* Above the buttons, and as wide as all of them, so that none of them moves. */}
      <div className="col-span-full flex w-full flex-col gap-2 empty:hidden">
        {pressable && view.progress !== null && <HandoffProgressNote progress={view.progress} />}
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
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Step view={view} requesting={request.isPending} onPress={press} />
      </div>
    </>
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
        <Standing icon={BellRing} className="text-state-waiting">
          {t('offeredToYou')}
        </Standing>
      );
    case 'line-down':
      return (
        <Standing icon={LoaderCircle} className="text-state-failed" turning>
          {t('lineDown')}
        </Standing>
      );
    case 'connected':
      return <Standing icon={Headset}>{t('connected')}</Standing>;
    case 'connected-elsewhere':
      return <Standing icon={Headset}>{t('connectedElsewhere')}</Standing>;
    case 'connected-other':
      return <Standing icon={Headset}>{t('connectedOther', { name: view.name })}</Standing>;
    case 'together':
      return <Standing icon={Users}>{t('together', { name: view.name })}</Standing>;
    case 'asking':
      return (
        <Standing icon={PhoneForwarded} className="text-accent">
          {t('asking', { name: view.name })}
        </Standing>
      );
    case 'consulting':
      return (
        <Standing icon={PhoneForwarded} className="text-accent">
          {t('consulting', { name: view.name })}
        </Standing>
      );
    case 'beside':
      return (
        <Standing icon={Pause} className="text-state-waiting">
          {t('beside', { name: view.name })}
        </Standing>
      );
    case 'held':
      return (
        <Standing icon={Pause} className="text-state-waiting">
          {t('held')}
        </Standing>
      );
    case 'disabled':
      return <Disabled reason={t(`disabled.${view.reason}`)} />;
    case 'ready':
      return (
        <Button tone="connect" size="large" aria-keyshortcuts="h" onClick={onPress}>
          <PhoneForwarded aria-hidden className="size-4" />
          {view.standby ? t('takeNow') : t('action')}
          <Kbd>H</Kbd>
        </Button>
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

interface StandingProps {
  readonly icon: LucideIcon;
  readonly className?: string;
  readonly turning?: boolean;
  readonly children: string;
}

/** In the button's place, and as tall. */
function Standing({
  icon: Icon,
  className = 'text-state-human',
  turning = false,
  children,
}: StandingProps): ReactElement {
  return (
    <span role="status" className={`inline-flex h-11 items-center gap-2 font-medium ${className}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${turning ? 'animate-spin' : ''}`} />
      {children}
    </span>
  );
}

/** Whether the same request may succeed in a moment. */
function mayPass(error: Error): boolean {
  const code = failureCode(error);
  return code === 'carrier-unavailable' || code === 'unreachable' || code === 'internal';
}
