import { Ban } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';

/** Where a customer stands; a blocked one says so before anything else. */
export function CustomerStatusMark({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation(['customers', 'vocabulary']);
  if (!customer.doNotCall) return <span>{t(`vocabulary:customerStatus.${customer.status}`)}</span>;
  return (
    <span
      className="inline-flex items-center gap-1.5 font-medium text-state-failed"
      title={t('doNotCallMeaning')}
    >
      <Ban aria-hidden className="size-3.5" />
      {t('doNotCall')}
    </span>
  );
}
