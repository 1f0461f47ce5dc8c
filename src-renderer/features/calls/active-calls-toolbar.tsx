import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../ui/choices.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { CallFilter, StatusFilter } from './call-filter.ts';

const statuses = [
  'all',
  'dialling',
  'ai-responding',
  'transferring',
  'human-connected',
] as const satisfies readonly StatusFilter[];

interface ActiveCallsToolbarProps {
  readonly filter: CallFilter;
  readonly onChange: (filter: CallFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

export function ActiveCallsToolbar({ filter, onChange, searchRef }: ActiveCallsToolbarProps): ReactElement {
  const { t } = useTranslation(['calls', 'vocabulary']);
  const statusWord = (status: StatusFilter): string =>
    status === 'all' || status === 'dialling'
      ? t(`statusFilter.${status}`)
      : t(`vocabulary:callStatus.${status}`);

  return (
    <div className="flex flex-wrap items-center gap-2 border-line-quiet border-b px-4 py-2">
      <Choices
        label={t('scope.label')}
        value={filter.scope}
        options={[
          { value: 'all', label: t('scope.all') },
          { value: 'mine', label: t('scope.mine') },
        ]}
        onChange={(scope) => onChange({ ...filter, scope })}
      />
      <select
        aria-label={t('statusFilter.label')}
        value={filter.status}
        onChange={(event) => {
          const status = statuses.find((candidate) => candidate === event.target.value);
          if (status !== undefined) onChange({ ...filter, status });
        }}
        className="h-8 rounded-sm border border-line bg-surface-raised px-2 text-sm"
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {statusWord(status)}
          </option>
        ))}
      </select>
      <SearchField
        label={t('search')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
        inputRef={searchRef}
      />
    </div>
  );
}
