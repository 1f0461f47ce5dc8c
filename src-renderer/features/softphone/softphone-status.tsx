import {
  Ear,
  Headset,
  LoaderCircle,
  type LucideIcon,
  MicOff,
  Phone,
  PhoneOff,
  PhoneOutgoing,
  TriangleAlert,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { lineTrouble, type SoftphoneWord, softphoneWord } from './softphone-line.ts';
import type { SoftphoneState } from './softphone-machine.ts';

const looks: Record<SoftphoneWord, { icon: LucideIcon; className: string }> = {
  off: { icon: PhoneOff, className: 'text-text-quiet' },
  registering: { icon: LoaderCircle, className: 'animate-spin text-text-quiet' },
  ready: { icon: Phone, className: 'text-text-quiet' },
  connecting: { icon: LoaderCircle, className: 'animate-spin text-state-human' },
  dialling: { icon: PhoneOutgoing, className: 'text-text-quiet' },
  'on-call': { icon: Headset, className: 'text-state-human' },
  muted: { icon: MicOff, className: 'text-state-failed' },
  listening: { icon: Ear, className: 'text-accent' },
  reconnecting: { icon: LoaderCircle, className: 'animate-spin text-state-failed' },
  failed: { icon: TriangleAlert, className: 'text-state-failed' },
};

interface SoftphoneStatusProps {
  readonly state: SoftphoneState;
  readonly call: CallSession | null;
  readonly onRetry: () => void;
}

/** One state at a time, in words; a failure with what to do about it. */
export function SoftphoneStatus({ state, call, onRetry }: SoftphoneStatusProps): ReactElement {
  const { t } = useTranslation('softphone');
  const { clock } = usePlatform();
  const word = softphoneWord(state, call);
  const trouble = lineTrouble(state);
  const { icon: Icon, className } = looks[word];
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 text-sm">
      <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />
      <div role="status" className="min-w-0">
        <p className="truncate font-medium">{t(`state.${word}`)}</p>
        {state.phase === 'failed' && (
          <p className="line-clamp-2 text-text-quiet text-xs">{t(`failure.${state.reason}`)}</p>
        )}
        {trouble !== null && (
          <p className="flex items-start gap-1 text-xs">
            <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-state-failed" />
            <span className="line-clamp-2">{t(`trouble.${trouble}`)}</span>
          </p>
        )}
        {call !== null && trouble === null && (
          <p className="truncate text-text-quiet text-xs max-strip:hidden">{call.customer.company}</p>
        )}
      </div>
      {state.phase === 'on-call' && word !== 'dialling' && (
        <span className="ml-1 shrink-0 font-semibold text-lg" title={t('time')}>
          <Elapsed since={clock.atLocal(state.startedAt)} />
        </span>
      )}
      {state.phase === 'failed' && (
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
