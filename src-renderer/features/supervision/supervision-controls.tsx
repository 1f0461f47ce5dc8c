import { Ear, LoaderCircle, LogOut } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { SupervisionMode, WantedSupervision } from '../../../backend/contract/supervision.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useSupervisionOf } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type OurSide, supervisionView } from './supervision-view.ts';
import { TakeOverButton } from './take-over-button.tsx';
import { useStopSupervising, useSupervise } from './use-supervision.ts';

interface SupervisionControlsProps {
  readonly call: CallSession;
  readonly me: AgentStatus;
}

/** Listen, whisper, barge in, take over: for an admin, on a call that somebody else has. Nothing for anybody else. */
export function SupervisionControls({ call, me }: SupervisionControlsProps): ReactElement | null {
  const { t } = useTranslation('supervision');
  const view = supervisionView({ call, me, supervision: useSupervisionOf(call.id) });
  const supervise = useSupervise(call.id, view.type === 'present');
  const lost = useConnectionLost();
  const busy = lost || supervise.isPending;
  const why = useId();
  if (view.type === 'none') return null;
  return (
    <section aria-label={t('label')} className="col-span-full flex w-full flex-col gap-2">
      {supervise.isError && <FailureNotice error={supervise.error} />}
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2">
        {view.type === 'taken' && <Standing>{t('taken', { name: view.name })}</Standing>}
        {view.type === 'joining' && <Standing turning>{t('joining')}</Standing>}
        {view.type === 'free' && (
          <Ways ours={view.ours} why={why} disabled={busy} onChoose={supervise.mutate} />
        )}
        {view.type === 'present' && (
          <Present call={call} mode={view.mode} ours={view.ours} why={why} onChoose={supervise.mutate} />
        )}
        {(view.type === 'present' || (view.type === 'free' && view.ours.type === 'talking')) && (
          <TakeOverButton
            from={view.ours.type === 'talking' ? view.ours.name : null}
            disabled={busy}
            onTakeOver={() => supervise.mutate('take-over')}
          />
        )}
      </div>
      {(view.type === 'free' || view.type === 'present') && view.ours.type !== 'talking' && (
        <p id={why} className="text-pretty text-text-quiet text-xs">
          {view.ours.type === 'nobody' ? t('onlyListen.nobody') : t('onlyListen.standingBy', view.ours)}
        </p>
      )}
    </section>
  );
}

interface WaysProps {
  readonly ours: OurSide;
  /** What says why there is only listening. */
  readonly why: string;
  readonly disabled: boolean;
  readonly onChoose: (mode: WantedSupervision) => void;
}

/** Into the call. While no agent talks, there is nobody to whisper to, and the customer is the AI's. */
function Ways({ ours, why, disabled, onChoose }: WaysProps): ReactElement {
  const { t } = useTranslation('supervision');
  useKeys(disabled ? {} : { l: () => onChoose('listen') });
  const silent = ours.type !== 'talking';
  return (
    <>
      <Button size="large" aria-keyshortcuts="l" disabled={disabled} onClick={() => onChoose('listen')}>
        <Ear aria-hidden className="size-4" />
        {t('mode.listen')}
        <Kbd>L</Kbd>
      </Button>
      {(['whisper', 'barge'] as const).map((mode) => (
        <Button
          key={mode}
          size="large"
          disabled={disabled || silent}
          aria-describedby={silent ? why : undefined}
          onClick={() => onChoose(mode)}
        >
          {t(`mode.${mode}`)}
        </Button>
      ))}
    </>
  );
}

interface PresentProps {
  readonly call: CallSession;
  readonly mode: SupervisionMode;
  readonly ours: OurSide;
  readonly why: string;
  readonly onChoose: (mode: WantedSupervision) => void;
}

/** On the call: who hears the admin, and the way out. */
function Present({ call, mode, ours, why, onChoose }: PresentProps): ReactElement {
  const { t } = useTranslation('supervision');
  const stop = useStopSupervising(call.id);
  const silent = ours.type !== 'talking';
  useKeys({ l: () => stop.mutate() });
  return (
    <>
      <Choices
        label={t('heardBy')}
        value={mode}
        describedBy={silent ? why : undefined}
        options={(['listen', 'whisper', 'barge'] as const).map((value) => ({
          value,
          label: t(`mode.${value}`),
          disabled: silent && value !== 'listen' && value !== mode,
        }))}
        onChange={onChoose}
      />
      <Standing>{t(`state.${mode}`, { name: silent ? '' : ours.name })}</Standing>
      <Button size="large" aria-keyshortcuts="l" busy={stop.isPending} onClick={() => stop.mutate()}>
        <LogOut aria-hidden className="size-4" />
        {t('stop')}
        <Kbd>L</Kbd>
      </Button>
      {stop.isError && <FailureNotice error={stop.error} />}
    </>
  );
}

interface StandingProps {
  readonly turning?: boolean;
  readonly children: string;
}

function Standing({ turning = false, children }: StandingProps): ReactElement {
  const Icon = turning ? LoaderCircle : Ear;
  return (
    <span role="status" className="inline-flex items-center gap-2 font-medium text-accent text-sm">
      <Icon aria-hidden className={`size-4 shrink-0 ${turning ? 'animate-spin' : ''}`} />
      {children}
    </span>
  );
}
