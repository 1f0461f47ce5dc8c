import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

const looks: Record<'info' | 'warning' | 'failed' | 'done', { icon: LucideIcon; className: string }> = {
  info: { icon: Info, className: 'text-text-quiet' },
  warning: { icon: TriangleAlert, className: 'text-state-failed' },
  failed: { icon: CircleAlert, className: 'text-state-failed' },
  done: { icon: CircleCheck, className: 'text-state-human' },
};

interface NoticeProps {
  readonly tone: keyof typeof looks;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** A sentence beside what it is about. Failures are read out at once. */
export function Notice({ tone, children, action }: NoticeProps): ReactElement {
  const { icon: Icon, className } = looks[tone];
  return (
    <div
      role={tone === 'failed' ? 'alert' : 'status'}
      className="flex items-start gap-2 rounded-sm bg-surface-sunken px-3 py-2 text-sm"
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
      <p className="flex-1 text-pretty">{children}</p>
      {action}
    </div>
  );
}
