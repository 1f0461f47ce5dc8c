import { PhoneOff } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';

interface HangUpButtonProps {
  /** Hanging up ends the call for the customer, too, which only the server can do. */
  readonly endsCall: boolean;
  readonly busy: boolean;
  readonly onHangUp: () => void;
}

/** The way out of the call; while the server cannot be reached, why it is closed and which one is left. */
export function HangUpButton({ endsCall, busy, onHangUp }: HangUpButtonProps): ReactElement {
  const { t } = useTranslation('softphone');
  const reason = useId();
  const closed = useConnectionLost() && endsCall;
  return (
    <>
      <Button
        tone="destructive"
        size="large"
        busy={busy}
        disabled={closed}
        aria-describedby={closed ? reason : undefined}
        onClick={onHangUp}
      >
        {!busy && <PhoneOff aria-hidden className="size-4" />}
        {t('hangUp')}
      </Button>
      {closed && (
        <p id={reason} className="max-w-56 text-pretty text-text-quiet text-xs">
          {t('hangUpNotYet')}
        </p>
      )}
    </>
  );
}
