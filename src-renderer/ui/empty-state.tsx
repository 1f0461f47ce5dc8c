import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint?: string;
  /** The one action that makes something appear here. */
  readonly children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, hint, children }: EmptyStateProps): ReactElement {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center">
      <Icon aria-hidden className="size-6 text-text-quiet" />
      <p className="text-pretty font-medium">{title}</p>
      {hint !== undefined && <p className="max-w-80 text-pretty text-sm text-text-quiet">{hint}</p>}
      {children !== undefined && <div className="mt-2">{children}</div>}
    </div>
  );
}
