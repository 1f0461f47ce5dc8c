import { Pause } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Elapsed } from '../../ui/elapsed.tsx';

interface HeldNoteProps {
  readonly heldSince: string | null;
  /** What the colleague called `name` is doing meanwhile. */
  readonly situation: 'alone' | 'asking' | 'consulting' | 'declined' | 'unanswered';
  readonly name: string;
}

/** That the customer waits, for how long, and what for. */
export function HeldNote({ heldSince, situation, name }: HeldNoteProps): ReactElement {
  const { t } = useTranslation('softphone');
  return (
    <div className="flex items-center gap-2 text-sm text-state-waiting">
      <Pause aria-hidden className="size-4 shrink-0" />
      <div>
        <p role="status" className="font-medium">
          {situation === 'alone' ? t('held') : t(`transfer.${situation}`, { name })}
        </p>
        {heldSince !== null && (
          <p className="text-xs">
            {situation !== 'alone' && <span className="max-strip:sr-only">{t('held')} </span>}
            <Elapsed since={heldSince} />
          </p>
        )}
      </div>
    </div>
  );
}
