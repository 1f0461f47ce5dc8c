import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly side?: 'top' | 'bottom';
  /** Of one in the second row of a strip's bar: the row above it stays in sight. */
  readonly overBar?: boolean;
  /** Where the focus goes when it closes is decided here, by `preventDefault`; otherwise back to the trigger. */
  readonly onCloseAutoFocus?: (event: Event) => void;
  readonly children: ReactNode;
}

/** Not modal: a modal one would lock the page's scrolling through a style element, which our content security policy forbids. */
export function Menu({
  trigger,
  label,
  side = 'bottom',
  overBar = false,
  onCloseAutoFocus = () => undefined,
  children,
}: MenuProps): ReactElement {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          side={side}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={`z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-appear overflow-y-auto rounded-md bg-surface-raised p-1 shadow-float ${overBar ? 'max-strip:mb-15' : ''}`}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const itemClass =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm outline-hidden data-[highlighted]:bg-surface-hover data-[highlighted]:inset-ring-2 data-[highlighted]:inset-ring-accent data-[disabled]:cursor-not-allowed data-[disabled]:text-text-quiet';

interface MenuItemProps {
  readonly children: ReactNode;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export function MenuItem({ children, checked, disabled = false, onSelect }: MenuItemProps): ReactElement {
  if (checked === undefined) {
    return (
      <DropdownMenu.Item disabled={disabled} onSelect={onSelect} className={itemClass}>
        {children}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      disabled={disabled}
      onSelect={onSelect}
      className={itemClass}
    >
      <span className="flex flex-1 items-center gap-2">{children}</span>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

export function MenuHeading({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <DropdownMenu.Label className="max-w-72 px-2 pt-1 pb-1 text-text-quiet text-xs">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuLine(): ReactElement {
  return <DropdownMenu.Separator className="my-1 h-px bg-line-quiet" />;
}
