import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { useHistory } from '../../platform/queries.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { HistoryRows } from './history-rows.tsx';
import { PhraseField } from './phrase-field.tsx';
import { useHistoryPlace, useWantedHistory } from './use-history-place.ts';

interface HistoryListProps {
  readonly selected: CallId | null;
  readonly me: AgentId;
}

/** Every call, newest first: searched by customer and by what was said, narrowed down, opened, saved as a file. */
export function HistoryList({ selected, me }: HistoryListProps): ReactElement {
  const { t } = useTranslation('history');
  const [place, change] = useHistoryPlace();
  const wanted = useWantedHistory(place);
  const list = useHistory(wanted);
  const searchRef = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => searchRef.current?.focus() });
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-1.5 border-line-quiet border-b px-4 py-2">
        <div className="flex items-center gap-3">
          <h1 className="shrink-0 font-semibold text-lg">{t('title')}</h1>
          <SearchField
            label={t('search')}
            value={place.search ?? ''}
            onChange={(search) => change({ ...place, search: search === '' ? undefined : search })}
            inputRef={searchRef}
          />
          <ExportMenu filter={wanted} />
        </div>
        <div className="flex flex-wrap items-start gap-x-1 gap-y-1">
          <PhraseField
            value={place.phrase ?? ''}
            onChange={(phrase) => change({ ...place, phrase: phrase === '' ? undefined : phrase })}
          />
          <FilterBar place={place} onChange={change} />
          <Total list={list} />
        </div>
      </header>
      <HistoryRows list={list} wanted={wanted} selected={selected} me={me} onClear={() => change({})} />
    </section>
  );
}

function Total({ list }: { readonly list: ReturnType<typeof useHistory> }): ReactElement {
  const { t } = useTranslation('history');
  const page = list.data?.pages[0];
  const total = page?.total ?? null;
  return (
    <p role="status" className="ml-auto self-center text-right text-text-quiet text-xs">
      {page !== undefined && total !== null && t(page.totalIs === 'exact' ? 'total' : 'about', { total })}
    </p>
  );
}
