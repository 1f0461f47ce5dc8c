import type { ReactElement, ReactNode } from 'react';

interface SettingRowProps {
  /** Not read out: the control says it too. */
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** What is set at the left, its control at the right. */
export function SettingRow({ label, hint, children }: SettingRowProps): ReactElement {
  return (
    <div className="grid min-h-8 grid-cols-1 items-center justify-items-start gap-x-4 gap-y-1.5 strip:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p aria-hidden className="font-medium text-sm">
          {label}
        </p>
        {hint !== undefined && <p className="text-pretty text-text-quiet text-xs">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
