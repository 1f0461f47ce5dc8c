import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineTrouble } from '../../platform/voice-device-port.ts';

/** What an agent on a call has to know just now. */
export interface CallHint {
  /** What is described by it names it. */
  readonly id: string;
  /** What is wrong with the sound, or that the server, which ends calls for the customer too, cannot be reached. */
  readonly kind: LineTrouble | 'server-away' | null;
}

/** In the second line of what the bar says: briefly for the eye, whole for the pointer and for a screen reader. */
export function CallHintLine({ id, kind }: CallHint): ReactElement | null {
  const { t } = useTranslation('softphone');
  if (kind === null) return null;
  return (
    <p role="alert" title={t(`hint.${kind}`)} className="flex min-w-0 items-center gap-1 text-xs">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-state-failed" />
      <span aria-hidden className="truncate">
        {t(`hintBriefly.${kind}`)}
      </span>
      <span id={id} className="sr-only">
        {t(`hint.${kind}`)}
      </span>
    </p>
  );
}
