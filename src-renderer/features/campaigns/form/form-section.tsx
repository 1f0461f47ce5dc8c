import type { ReactElement, ReactNode } from 'react';

interface FormSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Fields that belong together. */
export function FormSection({ title, children }: FormSectionProps): ReactElement {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold text-base">{title}</legend>
      <div className="flex flex-col gap-3">{children}</div>
    </fieldset>
  );
}
