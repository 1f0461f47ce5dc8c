import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

interface BarButtonProps extends Omit<ComponentProps<typeof Button>, 'size' | 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Where the word stands: below the icon in every window or in a wide one, or only in its name. */
  readonly word?: 'always' | 'wide' | 'never';
  /** The key that does the same. */
  readonly shortcut?: string;
}

const wordClass = { always: '', wide: 'max-wide:sr-only', never: 'sr-only' } as const;

/** A control of the softphone bar, as wide as its slot, with its word below its icon where there is room. */
export function BarButton({
  icon: Icon,
  label,
  word = 'wide',
  shortcut,
  ...button
}: BarButtonProps): ReactElement {
  return (
    <Button
      size="slot"
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      aria-keyshortcuts={shortcut?.toLowerCase()}
      {...button}
    >
      {button.busy !== true && <Icon aria-hidden className="size-4" />}
      <span className={wordClass[word]}>{label}</span>
      {shortcut !== undefined && (
        <span className="absolute top-0.5 right-0.5 max-wide:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Button>
  );
}
