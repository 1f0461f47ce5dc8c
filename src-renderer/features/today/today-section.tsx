import type { ReactElement, ReactNode } from 'react';

interface TodaySectionProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function TodaySection({ title, aside, children }: TodaySectionProps): ReactElement {
  return (
    <section
      aria-label={title}
      className="@container flex min-h-0 min-w-0 flex-col border-line-quiet border-r border-b max-wide:min-h-48"
    >
      <header className="flex items-baseline justify-between gap-3 px-4 pt-3 pb-1">
        <h2 className="font-semibold text-base">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
