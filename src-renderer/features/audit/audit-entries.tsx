import { ScrollText } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../backend/contract/audit.ts';
import type { useAudit } from '../../platform/record-queries.ts';
import { formatInZone } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useEntryWords } from './use-entry-words.ts';

/** Columns give way where there is no room for them: what was changed stays. */
const columns = [
  'grid grid-cols-[7.5rem_minmax(0,1fr)_6rem] gap-3 px-4',
  '@2xl:grid-cols-[8.5rem_6rem_minmax(0,1fr)_8rem]',
  '@5xl:grid-cols-[8.5rem_7rem_minmax(0,1fr)_10rem_minmax(0,2fr)]',
].join(' ');
const fromWider = 'hidden @2xl:block';
const fromWidest = 'hidden @5xl:block';

const skeletonColumns = {
  className: columns,
  cells: ['', fromWider, '', '', fromWidest],
} as const satisfies SkeletonColumns;

interface AuditEntriesProps {
  readonly list: ReturnType<typeof useAudit>;
  readonly filtered: boolean;
  readonly timeZone: string;
  readonly onOpen: (entry: AuditEntry) => void;
}

/** One line for each change: when, by whom, of what, and what it was. */
export function AuditEntries({ list, filtered, timeZone, onOpen }: AuditEntriesProps): ReactElement {
  const { t } = useTranslation(['audit', 'shell']);
  if (list.data === undefined) {
    if (list.isPending) {
      return <SkeletonRows rows={14} label={t('shell:loading')} columns={skeletonColumns} />;
    }
    return <LoadFailure what="audit" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const entries = list.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    if (filtered) return <EmptyState icon={ScrollText} title={t('noneLeft')} />;
    return <EmptyState icon={ScrollText} title={t('empty')} hint={t('emptyHint')} />;
  }
  return (
    <>
      <ColumnHeadings
        className={columns}
        headings={[
          { text: t('column.at') },
          { text: t('column.actor'), className: fromWider },
          { text: t('column.what') },
          { text: t('column.action') },
          { text: t('column.changes'), className: fromWidest },
        ]}
      />
      <VirtualRows
        label={t('list')}
        rows={entries}
        rowHeight={32}
        keyOf={({ id }) => String(id)}
        onNearEnd={() => fetchMore(list)}
        foot={<ListFoot pages={list} />}
      >
        {(entry) => <EntryRow entry={entry} timeZone={timeZone} onOpen={onOpen} />}
      </VirtualRows>
    </>
  );
}

interface EntryRowProps extends Pick<AuditEntriesProps, 'timeZone' | 'onOpen'> {
  readonly entry: AuditEntry;
}

function EntryRow({ entry, timeZone, onOpen }: EntryRowProps): ReactElement {
  const language = useLanguage();
  const words = useEntryWords();
  return (
    <button
      type="button"
      onClick={() => onOpen(entry)}
      className="@container inset-ring-focus block h-full w-full border-line-quiet border-b text-left text-sm hover:bg-surface-hover"
    >
      <span className={`h-full items-center ${columns}`}>
        <time dateTime={entry.at} className="whitespace-nowrap tabular-nums">
          {formatInZone(entry.at, timeZone, language)}
        </time>
        <span className={`truncate ${fromWider}`}>{words.actorOf(entry)}</span>
        <span className="truncate">
          <span className="mr-2 text-text-quiet text-xs">{words.subjectOf(entry)}</span>
          {words.nameOf(entry)}
        </span>
        <span className="truncate">{words.actionOf(entry)}</span>
        <span className={`truncate text-text-quiet ${fromWidest}`}>{words.summaryOf(entry)}</span>
      </span>
    </button>
  );
}
