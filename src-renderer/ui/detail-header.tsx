import { ArrowLeft } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonClass } from './button.tsx';

interface DetailHeaderProps {
  /** Where the list is that this was chosen in, for windows in which it is covered. */
  readonly list: string;
  readonly back: string;
  readonly children: ReactNode;
}

/** At the head of what was chosen in a list. */
export function DetailHeader({ list, back, children }: DetailHeaderProps): ReactElement {
  return (
    <header className="flex items-start gap-3 px-4 pt-3 pb-2">
      <Link
        href={list}
        aria-label={back}
        className={`wide:hidden ${buttonClass({ tone: 'quiet', size: 'icon' })}`}
      >
        <ArrowLeft aria-hidden className="size-4" />
      </Link>
      <div className="min-w-0">{children}</div>
    </header>
  );
}
