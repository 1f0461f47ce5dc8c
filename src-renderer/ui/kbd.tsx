import type { ReactElement } from 'react';

/** A key, shown beside what it does. Screen readers are told through `aria-keyshortcuts` instead. */
export function Kbd({ children }: { readonly children: string }): ReactElement {
  return (
    <kbd
      aria-hidden
      className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-[4px] border border-current/40 px-1 font-sans text-xs leading-none"
    >
      {children}
    </kbd>
  );
}
