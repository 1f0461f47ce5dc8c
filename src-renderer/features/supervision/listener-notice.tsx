import { Ear } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Supervision } from '../../../backend/contract/supervision.ts';

/** For whoever is on the call: an admin is, too, and who hears them. */
export function ListenerNotice({ supervision }: { readonly supervision: Supervision }): ReactElement {
  const { t } = useTranslation('supervision');
  const { mode, supervisor } = supervision;
  return (
    <p
      role="status"
      className="flex items-center gap-3 border-line-quiet border-b bg-surface-selected px-4 py-2 text-sm"
    >
      <Ear aria-hidden className="size-4 shrink-0 text-accent" />
      {t(`present.${mode}`, { name: supervisor.name })}
    </p>
  );
}
