import { CircleCheck, CircleMinus, CircleOff, Headset, type LucideIcon, PencilLine } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusyReason, Presence } from '../../backend/contract/vocabulary.ts';

const looks: Record<Presence, { icon: LucideIcon; className: string }> = {
  available: { icon: CircleCheck, className: 'text-state-human' },
  busy: { icon: CircleMinus, className: 'text-state-failed' },
  'on-call': { icon: Headset, className: 'text-state-human' },
  'wrap-up': { icon: PencilLine, className: 'text-accent' },
  offline: { icon: CircleOff, className: 'text-state-done' },
};

interface PresenceMarkProps {
  readonly presence: Presence;
  readonly busyReason: BusyReason | null;
}

/** An agent's presence in colour, icon and word, with the reason of a busy one. */
export function PresenceMark({ presence, busyReason }: PresenceMarkProps): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <PresenceIcon presence={presence} />
      {t(`presence.${presence}`)}
      {busyReason !== null && <span className="text-text-quiet">{t(`busyReason.${busyReason}`)}</span>}
    </span>
  );
}

/** Beside the word, or where something else says it. */
export function PresenceIcon({ presence }: { readonly presence: Presence }): ReactElement {
  const { icon: Icon, className } = looks[presence];
  return <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />;
}
