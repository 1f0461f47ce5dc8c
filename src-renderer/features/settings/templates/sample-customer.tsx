import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../backend/contract/customers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useSettledText } from '../../../platform/use-settled-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, lineClass } from '../../../ui/field.tsx';

/** More are not chosen from, but searched for more exactly. */
const shownAtMost = 6;

interface SampleCustomerProps {
  readonly customer: Customer | null;
  readonly onChoose: (customer: Customer | null) => void;
}

/** Whose department and name the preview has: a sample's, or a customer's who is searched for. */
export function SampleCustomer({ customer, onChoose }: SampleCustomerProps): ReactElement {
  const { t } = useTranslation('templates');
  const [search, setSearch] = useState('');
  const found = useFound(search);
  if (customer !== null) {
    const { company, department, person } = customer;
    return (
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-text-quiet">{t('customer.label')}</span>
        <span>{[company, department, person].filter(Boolean).join(' ')}</span>
        <Button size="small" onClick={() => onChoose(null)}>
          {t('customer.back')}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={t('customer.label')} hint={t('customer.hint')}>
        {(control) => (
          <input
            type="search"
            {...control}
            value={search}
            placeholder={t('customer.search')}
            onChange={(event) => setSearch(event.target.value)}
            className={`max-w-80 ${lineClass}`}
          />
        )}
      </Field>
      {found.length > 0 && (
        <ul aria-label={t('customer.found')} className="flex flex-wrap gap-1.5">
          {found.map((one) => (
            <li key={one.id}>
              <Button
                size="small"
                onClick={() => {
                  setSearch('');
                  onChoose(one);
                }}
              >
                {one.company}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useFound(search: string): readonly Customer[] {
  const { api } = usePlatform();
  const wanted = useSettledText(search.trim());
  const { data } = useQuery({
    queryKey: ['templates', 'customers', wanted],
    queryFn: () => api.customers({ filter: { search: wanted }, after: null }),
    enabled: wanted !== '',
    gcTime: 0,
  });
  return search.trim() === '' ? [] : (data?.customers ?? []).slice(0, shownAtMost);
}
