import { ShieldBan, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePhoneNumber } from '../../platform/phone-numbers.ts';
import type { BlockedFilter } from '../../platform/record-api.ts';
import type { useBlockedNumbers } from '../../platform/record-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { BlockedRow } from './blocked-row.tsx';

interface BlockedNumbersProps {
  readonly list: ReturnType<typeof useBlockedNumbers>;
  readonly filter: BlockedFilter;
  readonly isAdmin: boolean;
  readonly onAdd: (written: string) => void;
}

/** The rows of the list, or what is there in their place. */
export function BlockedNumbers({ list, filter, isAdmin, onAdd }: BlockedNumbersProps): ReactElement {
  const { t } = useTranslation(['doNotCall', 'shell']);
  if (list.data === undefined) {
    if (list.isPending) return <SkeletonRows rows={12} label={t('shell:loading')} />;
    return <LoadFailure what="blocked" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const numbers = list.data.pages.flatMap((page) => page.numbers);
  if (numbers.length === 0) return <NoNumbers filter={filter} onAdd={onAdd} />;
  return (
    <VirtualRows
      label={t('list')}
      rows={numbers}
      rowHeight={48}
      keyOf={({ phoneNumber }) => phoneNumber}
      onNearEnd={() => fetchMore(list)}
      foot={<ListFoot pages={list} />}
    >
      {(blocked) => <BlockedRow blocked={blocked} isAdmin={isAdmin} />}
    </VirtualRows>
  );
}

type NoNumbersProps = Pick<BlockedNumbersProps, 'filter' | 'onAdd'>;

/** Who looks for a whole number, and does not find it, may want it here. */
function NoNumbers({ filter: { search = '', source }, onAdd }: NoNumbersProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  if (search.trim() === '') {
    if (source !== undefined) return <EmptyState icon={ShieldBan} title={t('noneLeft')} />;
    return <EmptyState icon={ShieldBan} title={t('empty')} hint={t('emptyHint')} />;
  }
  const title = t('notListed', { search: search.trim() });
  if (parsePhoneNumber(search) === null) return <EmptyState icon={ShieldCheck} title={title} />;
  return (
    <EmptyState icon={ShieldCheck} title={title}>
      <Button onClick={() => onAdd(search.trim())}>{t('addThis')}</Button>
    </EmptyState>
  );
}
