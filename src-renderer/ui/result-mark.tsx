import { CircleCheck, CircleSlash, CircleX, Clock, type LucideIcon, UserX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallResult } from '../../backend/contract/vocabulary.ts';

const looks: Record<CallResult, { icon: LucideIcon; className: string }> = {
  success: { icon: CircleCheck, className: 'text-state-human' },
  absent: { icon: UserX, className: 'text-state-done' },
  rejected: { icon: CircleSlash, className: 'text-state-failed' },
  follow_up: { icon: Clock, className: 'text-accent' },
  failed: { icon: CircleX, className: 'text-state-failed' },
};

/** Among choices, only the one that is taken is coloured. */
const asChoice = 'in-data-[state=unchecked]:text-text-quiet';

/** A call's result in colour, icon and word. */
export function ResultMark({ result }: { readonly result: CallResult }): ReactElement {
  const { t } = useTranslation('vocabulary');
  const { icon: Icon, className } = looks[result];
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className} ${asChoice}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`result.${result}`)}
    </span>
  );
}
