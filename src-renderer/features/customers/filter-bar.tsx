import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerFilter, customerStatusSchema } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { MenuHeading } from '../../ui/menu.tsx';
import { isFiltered } from './use-kept-list.ts';
import { useOwners } from './use-owners.ts';

interface FilterBarProps {
  readonly filter: CustomerFilter;
  readonly onChange: (filter: CustomerFilter) => void;
}

/** So many are chosen from; others are found by the search. */
const mostTags = 40;

export function FilterBar({ filter, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation(['customers', 'vocabulary']);
  const change = (changes: CustomerFilter): void => onChange({ ...filter, ...changes });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={t('filter.label')} className="contents">
      <FilterMenu
        label={t('filter.status')}
        value={filter.status}
        options={customerStatusSchema.options.map((value) => ({
          value,
          label: t(`vocabulary:customerStatus.${value}`),
        }))}
        onChange={(status) => change({ status })}
      />
      <OwnerFilter filter={filter} onChange={change} />
      <TagFilter filter={filter} onChange={change} />
      <FilterMenu
        label={t('filter.blocked')}
        value={filter.blocked}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`filter.blockedIs.${value}`) }))}
        onChange={(blocked) => change({ blocked })}
      />
      <FilterMenu
        label={t('filter.reminder')}
        value={filter.reminder}
        options={(['due', 'open', 'none'] as const).map((value) => ({
          value,
          label: t(`filter.reminderIs.${value}`),
        }))}
        onChange={(reminder) => change({ reminder })}
      />
      {filter.importId !== undefined && (
        <Button size="small" onClick={() => change({ importId: undefined })}>
          {t('filter.importId')}
          <X aria-hidden className="size-3.5" />
        </Button>
      )}
      {isFiltered(filter) && (
        <Button
          size="small"
          tone="quiet"
          onClick={() => onChange({ search: filter.search, sort: filter.sort })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

function OwnerFilter({ filter, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation('customers');
  const owners = useOwners().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterMenu
      label={t('filter.owner')}
      value={filter.owner}
      options={[{ value: 'nobody' as const, label: t('filter.nobody') }, ...owners]}
      onChange={(owner) => onChange({ owner })}
    />
  );
}

function TagFilter({ filter, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation('customers');
  const { api } = usePlatform();
  const tags = useQuery({ queryKey: queryKeys.customerTags, queryFn: api.customerTags }).data ?? [];
  return (
    <FilterMenu
      label={t('filter.tag')}
      value={filter.tag}
      options={tags.slice(0, mostTags).map(({ tag }) => ({ value: tag, label: tag }))}
      onChange={(tag) => onChange({ tag })}
      none={<MenuHeading>{t('filter.noTags')}</MenuHeading>}
    />
  );
}
