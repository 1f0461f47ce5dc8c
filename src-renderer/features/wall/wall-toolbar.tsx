import { memo, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { WallFilter, WallStatus } from './wall-filter.ts';

const statuses = [
  'all',
  'dialling',
  'ai-responding',
  'transferring',
  'human-connected',
] as const satisfies readonly WallStatus[];

const selectClass =
  'h-8 min-w-0 max-w-40 rounded-sm border border-line bg-surface-raised px-2 text-ellipsis text-sm';

interface WallToolbarProps {
  readonly filter: WallFilter;
  readonly agents: readonly AgentStatus[];
  readonly onChange: (filter: WallFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** Left alone while only the calls change: with everybody's name in it, it costs more than the rows. */
export const WallToolbar = memo(function WallToolbar({
  filter,
  agents,
  onChange,
  searchRef,
}: WallToolbarProps): ReactElement {
  const { t } = useTranslation(['wall', 'vocabulary']);
  const nameOf = (status: WallStatus): string => {
    if (status === 'all') return t('anyStatus');
    return status === 'dialling' ? t('dialling') : t(`vocabulary:callStatus.${status}`);
  };
  const chooseAgent = (value: string): void => {
    const agent = agents.find(({ agentId }) => agentId === value)?.agentId;
    onChange({ ...filter, agent: agent ?? (value === 'none' ? 'none' : 'all') });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 border-line-quiet border-b px-4 py-2">
      <select
        aria-label={t('status')}
        value={filter.status}
        onChange={({ target }) =>
          onChange({ ...filter, status: statuses.find((status) => status === target.value) ?? 'all' })
        }
        className={selectClass}
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {nameOf(status)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('agent')}
        value={filter.agent}
        onChange={({ target }) => chooseAgent(target.value)}
        className={selectClass}
      >
        <option value="all">{t('anyAgent')}</option>
        <option value="none">{t('noAgent')}</option>
        {agents.map(({ agentId, name }) => (
          <option key={agentId} value={agentId}>
            {name}
          </option>
        ))}
      </select>
      <div className="min-w-40 flex-1">
        <SearchField
          label={t('search')}
          value={filter.search}
          onChange={(search) => onChange({ ...filter, search })}
          inputRef={searchRef}
        />
      </div>
    </div>
  );
});
