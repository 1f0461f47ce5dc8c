import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactElement } from 'react';

export const buttonClass = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-sm font-medium',
    'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed',
  ],
  {
    variants: {
      tone: {
        primary: 'bg-accent text-on-filled enabled:hover:bg-accent-hover',
        plain: 'border border-line bg-surface-raised text-text enabled:hover:bg-surface-hover',
        quiet: 'text-text-quiet enabled:hover:bg-surface-hover enabled:hover:text-text disabled:opacity-40',
        connect: 'bg-state-human text-on-filled enabled:hover:bg-state-human-hover',
        destructive: 'bg-state-waiting text-on-filled enabled:hover:bg-state-waiting-hover',
        'destructive-quiet':
          'border border-line bg-surface-raised text-state-waiting enabled:hover:bg-surface-hover',
      },
      size: {
        small: 'h-7 gap-1.5 px-2 text-xs',
        medium: 'h-8 gap-1.5 px-3 text-sm',
        large: 'h-11 gap-2 px-4 text-base',
        icon: 'size-7',
        'large-icon': 'size-11',
        slot: 'relative h-11 w-full flex-col gap-0.5 px-1 text-xs',
      },
      faded: {
        true: 'border border-line-quiet bg-surface-sunken text-text-quiet',
        false: '',
      },
    },
    compoundVariants: [{ faded: true, className: 'bg-surface-sunken' }],
  },
);

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: NonNullable<VariantProps<typeof buttonClass>['tone']>;
  readonly size?: NonNullable<VariantProps<typeof buttonClass>['size']>;
  /** Its action is under way: it turns, and cannot be pressed again. */
  readonly busy?: boolean;
}

export function Button({
  tone = 'plain',
  size = 'medium',
  busy = false,
  disabled = false,
  children,
  ...rest
}: ButtonProps): ReactElement {
  const faded = disabled && tone !== 'quiet';
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={buttonClass({ tone: faded ? 'plain' : tone, size, faded })}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
