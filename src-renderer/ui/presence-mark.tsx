import {
  CircleCheck,
  CircleMinus,
  CircleOff,
  Headset,
  type LucideIcon,
  MoonStar,
  PencilLine,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusyReason, Presence } from '../../backend/contract/vocabulary.ts';

const looks: Record<Presence | 'off-hours', { icon: LucideIcon; className: string }> = {
  available: { icon: CircleCheck, className: 'text-state-human' },
  busy: { icon: CircleMinus, className: 'text-state-failed' },
  'on-call': { icon: Headset, className: 'text-state-human' },
  'wrap-up': { icon: PencilLine, className: 'text-accent' },
  offline: { icon: CircleOff, className: 'text-state-done' },
  'off-hours': { icon: MoonStar, className: 'text-state-done' },
};

interface PresenceMarkProps {
  readonly presence: Presence;
  readonly busyReason: BusyReason | null;
  /** Nobody is asked then, so that who is available looks as if they were not. */
  readonly offHours?: boolean;
}

/** An agent's presence in colour, icon and word, with the reason of a busy one. */
export function PresenceMark({ presence, busyReason, offHours = false }: PresenceMarkProps): ReactElement {
  const { t } = useTranslation(['vocabulary', 'presence']);
  const asleep = isAsleep(presence, offHours);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <PresenceIcon presence={presence} offHours={offHours} />
      {asleep ? t('presence:offHours') : t(`presence.${presence}`)}
      {busyReason !== null && <span className="text-text-quiet">{t(`busyReason.${busyReason}`)}</span>}
    </span>
  );
}

/** Beside the word, or where something else says it. */
export function PresenceIcon({
  presence,
  offHours = false,
}: Omit<PresenceMarkProps, 'busyReason'>): ReactElement {
  const { icon: Icon, className } = looks[isAsleep(presence, offHours) ? 'off-hours' : presence];
  return <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />;
}

function isAsleep(presence: Presence, offHours: boolean): boolean {
  return offHours && presence === 'available';
}
