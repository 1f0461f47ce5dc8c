import { CloudOff, PhoneCall, SearchX } from 'lucide-react';
import { memo, type ReactElement, type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useActiveCalls, useAgents, useSupervisions } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useSettledText } from '../../platform/use-settled-text.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { type CallsSaying, useCallsSaying } from './use-calls-saying.ts';
import { everything, type WallFilter, wantedCalls } from './wall-filter.ts';
import { WallRow, wallColumns } from './wall-row.tsx';
import { WallToolbar } from './wall-toolbar.tsx';

interface WallCallsProps {
  readonly selected: CallId | null;
  /** Where a call stands; the same function each time, so that rows that have not changed are left alone. */
  readonly mark: (call: CallSession) => ReactNode;
}

/** The same each time. */
const nobody: readonly AgentStatus[] = [];

/** Everybody's calls, of which only those in sight exist; steady under the pointer, moved through with J and K. */
export function WallCalls({ selected, mark }: WallCallsProps): ReactElement {
  const { t } = useTranslation('wall');
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState(everything);
  const searchRef = useRef<HTMLInputElement>(null);
  const calls = useActiveCalls();
  const agents = useAgents().data ?? nobody;
  const supervisions = useSupervisions().data ?? [];
  const all = useMemo(() => (calls.data ?? []).filter(({ status }) => !isOver(status)), [calls.data]);
  const saying = useCallsSaying(useSettledText(filter.search));
  const { shown, hold } = useShownCalls(all, useDeferredValue(filter), saying.callIds);
  const move = (by: number): void => {
    const at = shown.findIndex(({ id }) => id === selected);
    const next = shown[at === -1 ? 0 : at + by];
    if (next !== undefined) navigate(`/wall/${next.id}`);
  };
  const countInWords = (count: number, of: number): string =>
    count === of ? t('count', { count }) : t('of', { count, all: of });
  useKeys({ '/': () => searchRef.current?.focus(), j: () => move(1), k: () => move(-1) });

  return (
    <section aria-label={t('calls')} className="@container flex h-full min-h-0 min-w-0 flex-col">
      <header className="flex items-baseline justify-between px-4 pt-3 pb-1">
        <h2 className="font-semibold text-base">{t('calls')}</h2>
        <p role="status" className="text-text-quiet text-xs">
          {calls.data !== undefined && countInWords(shown.length, all.length)}
        </p>
      </header>
      <WallToolbar filter={filter} agents={agents} onChange={setFilter} searchRef={searchRef} />
      {saying.failure !== null && shown.length > 0 && <WordsUnknown saying={saying} />}
      {shown.length === 0 ? (
        <NoCalls
          calls={calls}
          filtered={all.length > 0}
          saying={saying}
          onClear={() => setFilter(everything)}
        />
      ) : (
        <>
          <Headings />
          <VirtualRows
            label={t('list')}
            rows={shown}
            rowHeight={32}
            keyOf={({ id }) => id}
            selectedKey={selected}
            onHover={hold}
          >
            {(call) => (
              <WallRow
                call={call}
                selected={call.id === selected}
                supervisor={supervisions.find(({ callId }) => callId === call.id)?.supervisor.name ?? null}
                mark={mark}
              />
            )}
          </VirtualRows>
        </>
      )}
    </section>
  );
}

interface ShownCalls {
  readonly shown: readonly CallSession[];
  readonly hold: (held: boolean) => void;
}

/** In their order, which stays as it is while somebody points at the list: new calls come last then. */
function useShownCalls(
  calls: readonly CallSession[],
  filter: WallFilter,
  saying: ReadonlySet<CallId>,
): ShownCalls {
  const [held, setHeld] = useState<readonly CallId[] | null>(null);
  const ordered = useMemo(() => wantedCalls(calls, filter, saying), [calls, filter, saying]);
  const shown = useMemo(() => {
    if (held === null) return ordered;
    const places = new Map(held.map((id, place) => [id, place]));
    const placeOf = ({ id }: CallSession): number => places.get(id) ?? held.length;
    return ordered.toSorted((a, b) => placeOf(a) - placeOf(b));
  }, [ordered, held]);
  return { shown, hold: (wanted) => setHeld(wanted ? ordered.map(({ id }) => id) : null) };
}

const Headings = memo(function Headings(): ReactElement {
  const { t } = useTranslation('wall');
  const [, , agent, time, words] = wallColumns.cells;
  return (
    <ColumnHeadings
      className={wallColumns.className}
      headings={[
        { text: t('heading.status') },
        { text: t('heading.company') },
        { text: t('heading.agent'), className: agent },
        { text: t('heading.time'), className: `text-right ${time}` },
        { text: t('heading.words'), className: words },
      ]}
    />
  );
});

/** Above the calls that were found by what is known here. */
function WordsUnknown({ saying }: { readonly saying: CallsSaying }): ReactElement {
  const { t } = useTranslation(['wall', 'shell']);
  return (
    <div className="px-4 py-1">
      <Notice
        tone="warning"
        action={
          <Button size="small" onClick={saying.retry}>
            {t('shell:retry')}
          </Button>
        }
      >
        {t('wordsUnknown')}
      </Notice>
    </div>
  );
}

interface NoCallsProps {
  readonly calls: ReturnType<typeof useActiveCalls>;
  readonly filtered: boolean;
  readonly saying: CallsSaying;
  readonly onClear: () => void;
}

function NoCalls({ calls, filtered, saying, onClear }: NoCallsProps): ReactElement {
  const { t } = useTranslation(['wall', 'shell']);
  const lost = useConnectionLost();
  if (calls.isPending) return <SkeletonRows rows={8} label={t('shell:loading')} columns={wallColumns} />;
  if (calls.data === undefined) {
    return <LoadFailure what="calls" error={calls.error} onRetry={() => void calls.refetch()} />;
  }
  if (filtered && saying.failure !== null) {
    return <LoadFailure what="words" error={saying.failure} onRetry={saying.retry} />;
  }
  if (filtered) {
    return (
      <EmptyState icon={SearchX} title={t('noMatch')}>
        <Button onClick={onClear}>{t('clear')}</Button>
      </EmptyState>
    );
  }
  if (lost) return <EmptyState icon={CloudOff} title={t('unknown')} hint={t('unknownHint')} />;
  return <EmptyState icon={PhoneCall} title={t('empty')} hint={t('emptyHint')} />;
}
