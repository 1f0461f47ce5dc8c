import { type ReactElement, type ReactNode, useId } from 'react';

interface SettingsSectionProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function SettingsSection({ title, lead, children }: SettingsSectionProps): ReactElement {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 border-line-quiet border-b py-5 last:border-b-0"
    >
      <div>
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {lead !== undefined && <p className="text-pretty text-sm text-text-quiet">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
