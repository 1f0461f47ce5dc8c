import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

interface BarButtonProps extends Omit<ComponentProps<typeof Button>, 'size' | 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Keeps its word longer than the others. */
  readonly important?: boolean;
  /** Has no room for its word in any window. */
  readonly iconOnly?: boolean;
  /** The key that does the same. */
  readonly shortcut?: string;
}

/** A control of the softphone bar: where there is no room for its word, the icon with the word as its name. */
export function BarButton({
  icon: Icon,
  label,
  important = false,
  iconOnly = false,
  shortcut,
  ...button
}: BarButtonProps): ReactElement {
  return (
    <Button size="large" title={label} aria-keyshortcuts={shortcut?.toLowerCase()} {...button}>
      {button.busy !== true && <Icon aria-hidden className="size-4" />}
      <span className={wordClass({ important, iconOnly })}>{label}</span>
      {shortcut !== undefined && (
        <span className="max-[1439px]:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Button>
  );
}

function wordClass({ important, iconOnly }: { important: boolean; iconOnly: boolean }): string {
  if (iconOnly) return 'sr-only';
  return important ? 'max-[1000px]:sr-only' : 'max-wide:sr-only';
}
