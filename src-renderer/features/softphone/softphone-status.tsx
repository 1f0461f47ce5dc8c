import {
  CircleSlash,
  CloudOff,
  Ear,
  Headset,
  LoaderCircle,
  type LucideIcon,
  MicOff,
  Pause,
  Phone,
  PhoneForwarded,
  PhoneOff,
  PhoneOutgoing,
  TriangleAlert,
  Users,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import type { BarStatus, StatusClock, StatusWord } from './bar-status.ts';
import { type CallHint, CallHintLine } from './call-hint.tsx';
import type { SoftphoneState } from './softphone-machine.ts';

const looks: Record<StatusWord, { icon: LucideIcon; className: string }> = {
  off: { icon: PhoneOff, className: 'text-text-quiet' },
  registering: { icon: LoaderCircle, className: 'animate-spin text-text-quiet' },
  ready: { icon: Phone, className: 'text-text-quiet' },
  connecting: { icon: LoaderCircle, className: 'animate-spin text-state-human' },
  elsewhere: { icon: Headset, className: 'text-state-human' },
  'cut-off': { icon: CloudOff, className: 'text-state-failed' },
  dialling: { icon: PhoneOutgoing, className: 'text-text-quiet' },
  'on-call': { icon: Headset, className: 'text-state-human' },
  testing: { icon: Headset, className: 'text-accent' },
  muted: { icon: MicOff, className: 'text-accent' },
  listening: { icon: Ear, className: 'text-accent' },
  supervising: { icon: Ear, className: 'text-accent' },
  held: { icon: Pause, className: 'text-state-waiting' },
  together: { icon: Users, className: 'text-state-human' },
  asking: { icon: PhoneForwarded, className: 'text-accent' },
  consulting: { icon: PhoneForwarded, className: 'text-accent' },
  beside: { icon: Pause, className: 'text-state-waiting' },
  declined: { icon: CircleSlash, className: 'text-state-failed' },
  unanswered: { icon: CircleSlash, className: 'text-state-failed' },
  gone: { icon: CircleSlash, className: 'text-state-failed' },
  'line-interrupted': { icon: LoaderCircle, className: 'animate-spin text-state-failed' },
  reconnecting: { icon: LoaderCircle, className: 'animate-spin text-state-failed' },
  failed: { icon: TriangleAlert, className: 'text-state-failed' },
};

/** The state comes before the company, which has no room then. */
const inTwoLines = 'max-sliver:line-clamp-2 max-sliver:whitespace-normal';

type Failed = Extract<SoftphoneState, { phase: 'failed' }>;

interface SoftphoneStatusProps {
  readonly state: SoftphoneState;
  readonly status: BarStatus;
  /** The customer on the line. */
  readonly company: string | null;
  /** Who else is on it, without being its agent. */
  readonly listener: string | null;
  /** In place of the company, while there is one. */
  readonly hint: CallHint;
  readonly onRetry: () => void;
  readonly onEndTest: () => void;
}

/** One state at a time, in words; a failure with what to do about it. */
export function SoftphoneStatus({
  state,
  status,
  company,
  listener,
  hint,
  onRetry,
  onEndTest,
}: SoftphoneStatusProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { icon: Icon, className } = looks[status.word];
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 text-sm max-strip:row-start-1">
      <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
      <div className="min-w-0 max-sliver:max-h-9 max-sliver:overflow-hidden">
        <div role="status">
          <p className={`truncate font-medium leading-4.5 ${hint.kind === null ? inTwoLines : ''}`}>
            {t(`state.${status.word}`, { name: status.name })}
          </p>
          {state.phase === 'failed' && (
            <p className="line-clamp-2 text-text-quiet text-xs leading-3.25 max-strip:hidden">
              {t(`failure.${state.reason}`)}
            </p>
          )}
          {hint.kind === null && <Detail status={status} company={company} listener={listener} />}
        </div>
        <CallHintLine {...hint} />
      </div>
      {status.clock !== null && <Clock clock={status.clock} />}
      {state.phase === 'failed' && (
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {state.phase === 'testing' && (
        <Button size="small" onClick={onEndTest}>
          {t('endTest')}
        </Button>
      )}
    </div>
  );
}

/** A strip has room for the reason only below. */
export function FailureInStrip({ reason }: Pick<Failed, 'reason'>): ReactElement {
  const { t } = useTranslation('softphone');
  return (
    <p
      role="status"
      title={t(`failure.${reason}`)}
      className="line-clamp-2 min-w-0 text-pretty text-text-quiet text-xs strip:hidden max-sliver:line-clamp-3 max-sliver:text-wrap max-sliver:break-normal max-sliver:leading-3.5"
    >
      {t(`failure.${reason}`)}
    </p>
  );
}

function Detail({
  status,
  company,
  listener,
}: Pick<SoftphoneStatusProps, 'status' | 'company' | 'listener'>): ReactElement | null {
  const { t } = useTranslation('softphone');
  const words = [
    status.alsoMuted ? t('state.muted') : null,
    listener === null ? null : t('listenedBy', { name: listener }),
    company,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : (
    <p className={`truncate text-xs ${status.alsoMuted ? '' : 'text-text-quiet'}`}>{words.join(' · ')}</p>
  );
}

/** What is timed stands over the time, because the call has another one. */
function Clock({ clock }: { readonly clock: StatusClock }): ReactElement {
  const { t } = useTranslation('softphone');
  const { clock: serverClock } = usePlatform();
  const since = clock.of === 'standby' ? serverClock.atLocal(clock.since) : clock.since;
  return (
    <span className="ml-1 shrink-0 text-right leading-tight">
      <span className="block text-text-quiet text-xs">{t(`clock.${clock.of}`)}</span>
      <span className="font-semibold text-base">
        <Elapsed since={since} />
      </span>
    </span>
  );
}
