import type { ReactElement, ReactNode } from 'react';

const places = {
  recording: 'col-start-1',
  mute: 'col-start-2',
  keypad: 'col-start-3',
  hold: 'col-start-4',
  transfer: 'col-start-5',
  leave: 'col-start-6',
  'hang-up': 'col-start-7',
  /** Over those of what comes next, but for the one that hangs up. */
  'leave-standby': 'col-span-3 col-start-4',
} as const;

interface BarSlotsProps {
  readonly children: ReactNode;
}

/**
 * The places of a call's controls: each has its own in every state, so that no other control comes under the pointer that pressed one. In
 * the narrowest browser those make room that are not pressed in a hurry.
 */
export function BarSlots({ children }: BarSlotsProps): ReactElement {
  return (
    <div className="grid grid-cols-[auto_44px_repeat(4,minmax(28px,44px))_minmax(52px,64px)] gap-1 max-strip:min-w-0 max-strip:flex-1 max-strip:justify-end max-sliver:gap-0.5 wide:grid-cols-[auto_repeat(6,100px)] wide:gap-1.5">
      {children}
    </div>
  );
}

interface BarSlotProps {
  readonly of: keyof typeof places;
  readonly children: ReactNode;
}

/** Stays where it is with whatever is in it, and when that is nothing. */
export function BarSlot({ of, children }: BarSlotProps): ReactElement {
  return <span className={`row-start-1 grid h-11 strip:relative ${places[of]}`}>{children}</span>;
}
