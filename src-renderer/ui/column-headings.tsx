import type { ReactElement } from 'react';

interface ColumnHeadingsProps {
  /** The grid of the rows below. */
  readonly className: string;
  readonly headings: readonly { readonly text: string; readonly className?: string }[];
}

/** What the columns of a list are, for the eye; each row says it for itself to a screen reader. */
export function ColumnHeadings({ className, headings }: ColumnHeadingsProps): ReactElement {
  return (
    <div aria-hidden className="@container border-line-quiet border-b bg-surface-sunken">
      <div className={`h-7 items-center text-text-quiet text-xs ${className}`}>
        {headings.map((heading) => (
          <span key={heading.text} className={`truncate ${heading.className ?? ''}`}>
            {heading.text}
          </span>
        ))}
      </div>
    </div>
  );
}
