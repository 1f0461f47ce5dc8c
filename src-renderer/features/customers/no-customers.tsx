import { SearchX, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CustomerFilter } from '../../../backend/contract/customers.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { isFiltered } from './use-kept-list.ts';

interface NoCustomersProps {
  readonly filter: CustomerFilter;
  readonly onClear: () => void;
}

/** In place of the rows: how customers come here, or what left them out. */
export function NoCustomers({ filter, onClear }: NoCustomersProps): ReactElement {
  const { t } = useTranslation('customers');
  const search = filter.search?.trim() ?? '';
  if (isFiltered(filter)) {
    return (
      <EmptyState icon={SearchX} title={t('noneLeft')}>
        <Button onClick={onClear}>{t('filter.clear')}</Button>
      </EmptyState>
    );
  }
  if (search !== '') {
    return (
      <EmptyState icon={SearchX} title={t('noMatch', { search })}>
        <Button onClick={onClear}>{t('clearSearch')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Users} title={t('empty')} hint={t('emptyHint')}>
      <span className="flex gap-2">
        <Link href="/customers/new" className={buttonClass({ tone: 'primary', size: 'medium' })}>
          {t('emptyAction')}
        </Link>
        <Link href="/customers/imports" className={buttonClass({ tone: 'plain', size: 'medium' })}>
          {t('import')}
        </Link>
      </span>
    </EmptyState>
  );
}
