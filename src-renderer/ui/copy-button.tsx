import { Check, CircleAlert, Copy, type LucideIcon } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../platform/clipboard.ts';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string;
  /** Reached with the pointer only, where another way leads to the same with the keyboard. */
  readonly skipped?: boolean;
  readonly disabled?: boolean;
}

type Outcome = 'none' | 'copied' | 'failed';

const icons: Record<Outcome, { icon: LucideIcon; className: string }> = {
  none: { icon: Copy, className: '' },
  copied: { icon: Check, className: 'text-state-human' },
  failed: { icon: CircleAlert, className: 'text-state-failed' },
};

/** How long the button says what came of it. */
const toldForMs = 2_000;

/** Copies, and says in its own place that it did. */
export function CopyButton({
  label,
  text,
  skipped = false,
  disabled = false,
}: CopyButtonProps): ReactElement {
  const { t } = useTranslation('shell');
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), toldForMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = (): void => {
    copyText(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  const { icon: Icon, className } = icons[outcome];
  return (
    <>
      <Button
        tone="quiet"
        size="icon"
        aria-label={label}
        title={outcome === 'none' ? label : t(`copy.${outcome}`)}
        tabIndex={skipped ? -1 : undefined}
        disabled={disabled}
        onClick={copy}
      >
        <Icon aria-hidden className={`size-3.5 ${className}`} />
      </Button>
      <span role="status" className="sr-only">
        {outcome !== 'none' && t(`copy.${outcome}`)}
      </span>
    </>
  );
}
