import {
  CircleCheck,
  CirclePause,
  CircleX,
  ListChecks,
  LoaderCircle,
  type LucideIcon,
  Undo2,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportState } from '../../../../backend/contract/customer-imports.ts';

const looks: Record<ImportState, { icon: LucideIcon; className: string }> = {
  reading: { icon: LoaderCircle, className: 'text-state-ai' },
  uploaded: { icon: ListChecks, className: 'text-accent' },
  checking: { icon: LoaderCircle, className: 'text-state-ai' },
  checked: { icon: ListChecks, className: 'text-accent' },
  running: { icon: LoaderCircle, className: 'text-state-ai' },
  stopped: { icon: CirclePause, className: 'text-state-failed' },
  done: { icon: CircleCheck, className: 'text-state-human' },
  undoing: { icon: LoaderCircle, className: 'text-state-ai' },
  undone: { icon: Undo2, className: 'text-state-done' },
  unreadable: { icon: CircleX, className: 'text-state-failed' },
};

/** Where an import stands, in colour, icon and word. */
export function ImportStateMark({ state }: { readonly state: ImportState }): ReactElement {
  const { t } = useTranslation('customerImports');
  const { icon: Icon, className } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`state.${state}`)}
    </span>
  );
}
