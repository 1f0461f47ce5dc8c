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
  held: { icon: Pause, className: 'text-state-waiting' },
  together: { icon: Users, className: 'text-state-human' },
  asking: { icon: PhoneForwarded, className: 'text-accent' },
  consulting: { icon: PhoneForwarded, className: 'text-accent' },
  beside: { icon: Pause, className: 'text-state-waiting' },
  declined: { icon: CircleSlash, className: 'text-state-failed' },
  unanswered: { icon: CircleSlash, className: 'text-state-failed' },
  gone: { icon: CircleSlash, className: 'text-state-failed' },
  reconnecting: { icon: LoaderCircle, className: 'animate-spin text-state-failed' },
  failed: { icon: TriangleAlert, className: 'text-state-failed' },
};

interface SoftphoneStatusProps {
  readonly state: SoftphoneState;
  readonly status: BarStatus;
  /** The customer on the line. */
  readonly company: string | null;
  readonly onRetry: () => void;
  readonly onEndTest: () => void;
}

/** One state at a time, in words; a failure with what to do about it. */
export function SoftphoneStatus({
  state,
  status,
  company,
  onRetry,
  onEndTest,
}: SoftphoneStatusProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { icon: Icon, className } = looks[status.word];
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 text-sm max-strip:row-start-1">
      <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
      <div role="status" className="min-w-0">
        <p className="truncate font-medium">{t(`state.${status.word}`, { name: status.name })}</p>
        {state.phase === 'failed' && (
          <p className="line-clamp-2 text-text-quiet text-xs max-strip:line-clamp-none">
            {t(`failure.${state.reason}`)}
          </p>
        )}
        <Detail status={status} company={company} />
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

function Detail({ status, company }: Pick<SoftphoneStatusProps, 'status' | 'company'>): ReactElement | null {
  const { t } = useTranslation('softphone');
  const words = [status.alsoMuted ? t('state.muted') : null, company].filter((word) => word !== null);
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
