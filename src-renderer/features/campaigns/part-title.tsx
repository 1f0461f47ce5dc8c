import type { ReactElement, ReactNode } from 'react';

/** Above something on a campaign's page. */
export function PartTitle({ children }: { readonly children: ReactNode }): ReactElement {
  return <h3 className="font-semibold text-base">{children}</h3>;
}
