import { CloudOff, PhoneCall, SearchX } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { neighbourOf } from '../../ui/neighbour.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { ActiveCallRow } from './active-call-row.tsx';
import { ActiveCallsToolbar } from './active-calls-toolbar.tsx';
import { type CallFilter, matches } from './call-filter.ts';
import { useSteadyOrder } from './use-steady-order.ts';

interface ActiveCallsListProps {
  readonly calls: readonly CallSession[];
  readonly me: AgentId;
  readonly selected: CallId | null;
  readonly onSelect: (callId: CallId) => void;
}

/** The calls in progress: who waits first, filtered and searched, steady under the pointer, moved through with J and K. */
export function ActiveCallsList({ calls, me, selected, onSelect }: ActiveCallsListProps): ReactElement {
  const { t } = useTranslation('calls');
  const { preferences } = usePlatform();
  const scope = useStore(preferences, (chosen) => chosen.callScope);
  const [{ status, search }, setFilter] = useState<Omit<CallFilter, 'scope'>>({ status: 'all', search: '' });
  const searchRef = useRef<HTMLInputElement>(null);
  const lost = useConnectionLost();

  const filter: CallFilter = { scope, status, search };
  const steady = useSteadyOrder(
    calls.filter((call) => matches(call, filter, me)),
    me,
  );
  const move = (by: 1 | -1): void => {
    const next = neighbourOf(steady.calls, selected, by);
    if (next !== null) onSelect(next);
  };
  useKeys({ '/': () => searchRef.current?.focus(), j: () => move(1), k: () => move(-1) });

  const applyFilter = ({ scope: chosenScope, ...rest }: CallFilter): void => {
    preferences.setState({ callScope: chosenScope });
    setFilter(rest);
  };

  return (
    <section aria-label={t('title')} className="@container flex h-full min-w-0 flex-col">
      <header className="flex items-baseline justify-between px-4 pt-3 pb-1">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        {!(lost && steady.calls.length === 0) && (
          <p className="text-text-quiet text-xs">{t('count', { count: steady.calls.length })}</p>
        )}
      </header>
      <ActiveCallsToolbar filter={filter} onChange={applyFilter} searchRef={searchRef} />
      {steady.calls.length === 0 ? (
        <NoCalls filter={filter} onClear={() => applyFilter({ scope: 'all', status: 'all', search: '' })} />
      ) : (
        <VirtualRows
          label={t('list')}
          rows={steady.calls}
          rowHeight={32}
          keyOf={(call) => call.id}
          selectedKey={selected}
          onHover={steady.hold}
        >
          {(call) => <ActiveCallRow call={call} me={me} selected={call.id === selected} />}
        </VirtualRows>
      )}
    </section>
  );
}

function NoCalls({
  filter,
  onClear,
}: {
  readonly filter: CallFilter;
  readonly onClear: () => void;
}): ReactElement {
  const { t } = useTranslation('calls');
  const lost = useConnectionLost();
  if (filter.search !== '' || filter.status !== 'all') {
    return (
      <EmptyState icon={SearchX} title={t('noMatch')}>
        <Button onClick={onClear}>{t('clearFilter')}</Button>
      </EmptyState>
    );
  }
  if (lost) return <EmptyState icon={CloudOff} title={t('unknown')} hint={t('unknownHint')} />;
  return (
    <EmptyState
      icon={PhoneCall}
      title={filter.scope === 'mine' ? t('emptyMine') : t('empty')}
      hint={t('emptyHint')}
    >
      <Link href="/customers" className={buttonClass({ tone: 'plain', size: 'medium' })}>
        {t('emptyAction')}
      </Link>
    </EmptyState>
  );
}
