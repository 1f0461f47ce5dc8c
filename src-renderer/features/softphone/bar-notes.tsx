import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineTrouble } from '../../platform/voice-device-port.ts';

interface BarNotesProps {
  /** What is wrong with the sound. */
  readonly trouble: LineTrouble | null;
  /** The server, which ends calls, cannot be reached: the id of what says so. */
  readonly cannotHangUp: string | undefined;
}

/** What an agent on a call has to know just now, over the bar, where it moves nothing. */
export function BarNotes({ trouble, cannotHangUp }: BarNotesProps): ReactElement {
  const { t } = useTranslation('softphone');
  return (
    <div className="pointer-events-none absolute inset-x-4 bottom-full mb-2 flex flex-col items-start gap-2">
      {cannotHangUp !== undefined && <Note id={cannotHangUp}>{t('hangUpNotYet')}</Note>}
      {trouble !== null && <Note>{t(`trouble.${trouble}`)}</Note>}
    </div>
  );
}

function Note({ id, children }: { readonly id?: string; readonly children: string }): ReactElement {
  return (
    <p
      id={id}
      role="alert"
      className="flex animate-appear items-center gap-2 rounded-md bg-surface-raised px-3 py-2 text-sm shadow-float"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />
      {children}
    </p>
  );
}
