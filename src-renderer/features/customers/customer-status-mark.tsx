import {
  Ban,
  Circle,
  CircleCheck,
  CircleDot,
  CircleSlash,
  Clock,
  type LucideIcon,
  UserX,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';

/** Where a call's result has the same word, it looks the same. */
const looks: Record<Customer['status'], { icon: LucideIcon; className: string }> = {
  new: { icon: Circle, className: 'text-state-done' },
  'in-progress': { icon: CircleDot, className: 'text-state-ai' },
  won: { icon: CircleCheck, className: 'text-state-human' },
  'follow-up': { icon: Clock, className: 'text-accent' },
  absent: { icon: UserX, className: 'text-state-done' },
  rejected: { icon: CircleSlash, className: 'text-state-failed' },
};

/** Where a customer stands, in colour, icon and word; a blocked one says so before anything else. */
export function CustomerStatusMark({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation(['customers', 'vocabulary']);
  const { icon: Icon, className } = customer.doNotCall
    ? { icon: Ban, className: 'text-state-failed' }
    : looks[customer.status];
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className}`}
      title={customer.doNotCall ? t('doNotCallMeaning') : undefined}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {customer.doNotCall ? t('doNotCall') : t(`vocabulary:customerStatus.${customer.status}`)}
    </span>
  );
}
