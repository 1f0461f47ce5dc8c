import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceChange } from '../../../backend/contract/presence-log.ts';
import { formatDuration, formatInZone } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { PresenceMark } from '../../ui/presence-mark.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';

interface PresenceChangesProps {
  /** The newest first. */
  readonly changes: readonly PresenceChange[];
  readonly timeZone: string;
}

const columns = 'grid grid-cols-[9rem_minmax(8rem,1fr)_5rem_minmax(6rem,1fr)] gap-3 px-4';

/** One line for each change: when, to what and why, for how long, and by whom. */
export function PresenceChanges({ changes, timeZone }: PresenceChangesProps): ReactElement {
  const { t } = useTranslation('figures');
  const rows = changes.map((change, index) => ({ change, until: changes[index - 1]?.at ?? null }));
  return (
    <>
      <ColumnHeadings
        className={columns}
        headings={[
          { text: t('presence.at') },
          { text: t('presence.to') },
          { text: t('presence.lasted'), className: 'text-right' },
          { text: t('presence.by') },
        ]}
      />
      <VirtualRows
        label={t('presence.title')}
        rows={rows}
        rowHeight={32}
        keyOf={({ change: { at, from, to } }) => `${at}-${from}-${to}`}
      >
        {(row) => <ChangeRow {...row} timeZone={timeZone} />}
      </VirtualRows>
    </>
  );
}

interface ChangeRowProps {
  readonly change: PresenceChange;
  /** When the next one came; null for the last. */
  readonly until: string | null;
  readonly timeZone: string;
}

function ChangeRow({ change: { at, to, reason, by }, until, timeZone }: ChangeRowProps): ReactElement {
  const { t } = useTranslation('figures');
  const language = useLanguage();
  const lasted = until === null ? null : (Date.parse(until) - Date.parse(at)) / 1_000;
  return (
    <div className={`h-full items-center border-line-quiet border-b text-sm ${columns}`}>
      <time dateTime={at} className="tabular-nums">
        {formatInZone(at, timeZone, language)}
      </time>
      <PresenceMark presence={to} busyReason={reason} />
      <span className="text-right text-text-quiet tabular-nums">
        {lasted === null ? t('none') : formatDuration(lasted)}
      </span>
      <span className="truncate text-text-quiet">{by === null ? t('presence.itself') : by.name}</span>
    </div>
  );
}
