import { ArrowLeft, FileUp, Plus } from 'lucide-react';
import { type ReactElement, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { blockSourceSchema } from '../../../backend/contract/do-not-call.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { useKeys } from '../../platform/keyboard.ts';
import type { BlockedFilter } from '../../platform/record-api.ts';
import { useBlockedNumbers } from '../../platform/record-queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { AddNumberDialog } from './add-number-dialog.tsx';
import { BlockedNumbers } from './blocked-numbers.tsx';
import { ImportNumbersDialog } from './import-numbers-dialog.tsx';

type Asking = { readonly for: 'nothing' | 'many' } | { readonly for: 'number'; readonly written: string };

const nothing: Asking = { for: 'nothing' };

interface DoNotCallScreenProps {
  readonly role: Role;
  /** What is looked for at first. */
  readonly search: string;
}

/** The numbers that nobody in the company calls: found by number, added, taken from a list, and lifted by admins. */
export function DoNotCallScreen({ role, search }: DoNotCallScreenProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  const lost = useConnectionLost();
  const [filter, setFilter] = useState<BlockedFilter>({ search });
  const [asking, setAsking] = useState<Asking>(nothing);
  const deferred = useDeferredValue(filter);
  const list = useBlockedNumbers(trimmed(deferred));
  const searchRef = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => searchRef.current?.focus() });
  const close = (): void => setAsking(nothing);
  const add = (written: string): void => setAsking({ for: 'number', written });
  const total = list.data?.pages[0]?.total;
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-col gap-2 border-line-quiet border-b px-4 py-2">
        <div className="flex flex-wrap items-center gap-2">
          <BackLink />
          <div className="min-w-60 flex-1">
            <h1 className="font-semibold text-lg">{t('title')}</h1>
            <p className="text-text-quiet text-xs">{t('lead')}</p>
          </div>
          <Button disabled={lost} onClick={() => add('')}>
            <Plus aria-hidden className="size-4" />
            {t('add')}
          </Button>
          {role === 'admin' && (
            <Button disabled={lost} onClick={() => setAsking({ for: 'many' })}>
              <FileUp aria-hidden className="size-4" />
              {t('import')}
            </Button>
          )}
        </div>
        <div className="flex items-center gap-3">
          <SearchField
            label={t('search')}
            value={filter.search ?? ''}
            onChange={(search) => setFilter({ ...filter, search: search === '' ? undefined : search })}
            inputRef={searchRef}
          />
          <FilterMenu
            label={t('source')}
            value={filter.source}
            options={blockSourceSchema.options.map((value) => ({ value, label: t(`sourceIs.${value}`) }))}
            onChange={(source) => setFilter({ ...filter, source })}
          />
          <p role="status" className="shrink-0 text-text-quiet text-xs">
            {total !== undefined && t('total', { total })}
          </p>
        </div>
      </header>
      <BlockedNumbers list={list} filter={deferred} isAdmin={role === 'admin'} onAdd={add} />
      {asking.for === 'number' && <AddNumberDialog written={asking.written} onClose={close} />}
      {asking.for === 'many' && <ImportNumbersDialog onClose={close} />}
    </section>
  );
}

function BackLink(): ReactElement {
  const { t } = useTranslation('doNotCall');
  return (
    <Link
      href="/customers"
      aria-label={t('back')}
      title={t('back')}
      className={buttonClass({ tone: 'quiet', size: 'icon' })}
    >
      <ArrowLeft aria-hidden className="size-4" />
    </Link>
  );
}

function trimmed({ search, ...filter }: BlockedFilter): BlockedFilter {
  const digits = search?.trim().slice(0, 40) ?? '';
  return digits === '' ? filter : { ...filter, search: digits };
}
