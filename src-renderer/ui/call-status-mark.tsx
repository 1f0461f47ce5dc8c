import {
  AudioLines,
  Check,
  Headset,
  Hourglass,
  type LucideIcon,
  Phone,
  PhoneOff,
  PhoneOutgoing,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallStatus } from '../../backend/contract/vocabulary.ts';

const looks: Record<CallStatus, { icon: LucideIcon; className: string }> = {
  initiated: { icon: Phone, className: 'text-state-done' },
  ringing: { icon: PhoneOutgoing, className: 'text-state-done' },
  'ai-responding': { icon: AudioLines, className: 'text-state-ai' },
  transferring: { icon: Hourglass, className: 'text-state-waiting' },
  'human-connected': { icon: Headset, className: 'text-state-human' },
  completed: { icon: Check, className: 'text-state-done' },
  failed: { icon: PhoneOff, className: 'text-state-failed' },
};

/** A call's status in colour, icon and word. */
export function CallStatusMark({ status }: { readonly status: CallStatus }): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${looks[status].className}`}
    >
      <CallStatusIcon status={status} />
      {t(`callStatus.${status}`)}
    </span>
  );
}

/** Beside the word, or where something else says it. */
export function CallStatusIcon({ status }: { readonly status: CallStatus }): ReactElement {
  const { icon: Icon, className } = looks[status];
  return <Icon aria-hidden className={`size-3.5 shrink-0 ${className}`} />;
}
