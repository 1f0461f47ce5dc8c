import { SearchX, Users } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign, CampaignMemberState } from '../../../../backend/contract/campaigns.ts';
import { useCampaignMembers } from '../../../platform/campaign-queries.ts';
import { useKeys } from '../../../platform/keyboard.ts';
import { useSettledText } from '../../../platform/use-settled-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { ColumnHeadings } from '../../../ui/column-headings.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { fetchMore, ListFoot } from '../../../ui/list-foot.tsx';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { VirtualRows } from '../../../ui/virtual-rows.tsx';
import { isLive, isOver } from '../campaign-numbers.ts';
import { MemberRow, memberColumns } from './member-row.tsx';
import { useMemberKeys } from './use-member-keys.ts';
import { useMembership } from './use-membership.ts';

interface CampaignMembersProps {
  readonly campaign: Campaign;
  readonly isAdmin: boolean;
}

type Wanted = CampaignMemberState | 'all';

/** As the bar shows them, from what is over to what is to come. */
const choices: readonly Wanted[] = ['all', 'done', 'failed', 'dialling', 'pending', 'skipped'];

/** The customers of a campaign, in the order of its list: where each stands, why, and when they are called next. */
export function CampaignMembers({ campaign, isAdmin }: CampaignMembersProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const [wanted, setWanted] = useState<Wanted>('all');
  const [typed, setTyped] = useState('');
  const searchRef = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => searchRef.current?.focus() });
  const { progress } = campaign;
  const number = (state: Wanted): number => (state === 'all' ? progress.customers : progress[state]);
  return (
    <section aria-label={t('members.title')} className="flex min-h-80 flex-1 flex-col">
      <header className="flex flex-col gap-1.5 border-line-quiet border-b px-4 py-2">
        <div className="flex">
          <SearchField label={t('members.search')} value={typed} onChange={setTyped} inputRef={searchRef} />
        </div>
        <Choices
          label={t('members.stateFilter')}
          value={wanted}
          options={choices.map((value) => ({
            value,
            label: (
              <>
                {value === 'all' ? t('all') : t(`members.state.${value}`)}
                {isAdmin && (
                  <span className="text-text-quiet text-xs">{t('number', { number: number(value) })}</span>
                )}
              </>
            ),
          }))}
          onChange={setWanted}
        />
        {!isAdmin && <p className="text-pretty text-text-quiet text-xs">{t('members.onlyYours')}</p>}
      </header>
      <Rows
        campaign={campaign}
        isAdmin={isAdmin}
        state={wanted === 'all' ? null : wanted}
        search={useSettledText(typed.trim())}
        onClear={() => {
          setWanted('all');
          setTyped('');
        }}
      />
    </section>
  );
}

interface RowsProps extends CampaignMembersProps {
  readonly state: CampaignMemberState | null;
  readonly search: string;
  readonly onClear: () => void;
}

function Rows({ campaign, isAdmin, state, search, onClear }: RowsProps): ReactElement {
  const { t } = useTranslation(['campaigns', 'shell']);
  const list = useCampaignMembers({ campaignId: campaign.id, state, search, isLive: isLive(campaign) });
  const frame = useRef<HTMLDivElement>(null);
  const { takeOut, isPending } = useMembership();
  const mayTakeOut = isAdmin && !isOver(campaign) && !isPending;
  useMemberKeys(frame);
  if (list.isPending) return <SkeletonRows rows={10} label={t('shell:loading')} />;
  if (list.data === undefined) {
    return <LoadFailure what="members" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const members = list.data.pages.flatMap((page) => page.members);
  if (members.length === 0) {
    return <NoMembers isFiltered={state !== null || search !== ''} isAdmin={isAdmin} onClear={onClear} />;
  }
  return (
    <div ref={frame} className="flex min-h-0 flex-1 flex-col">
      <Headings />
      <VirtualRows
        label={t('members.title')}
        rows={members}
        rowHeight={32}
        keyOf={({ customer }) => customer.id}
        onNearEnd={() => fetchMore(list)}
        foot={<ListFoot pages={list} />}
      >
        {(member) => (
          <MemberRow
            member={member}
            isOver={isOver(campaign)}
            onTakeOut={mayTakeOut ? () => takeOut(campaign.id, [member.customer.id]) : null}
          />
        )}
      </VirtualRows>
    </div>
  );
}

interface NoMembersProps extends Pick<RowsProps, 'isAdmin' | 'onClear'> {
  readonly isFiltered: boolean;
}

function NoMembers({ isFiltered, isAdmin, onClear }: NoMembersProps): ReactElement {
  const { t } = useTranslation('campaigns');
  if (!isFiltered) {
    return <EmptyState icon={Users} title={t(isAdmin ? 'members.empty' : 'members.emptyForAgents')} />;
  }
  return (
    <EmptyState icon={SearchX} title={t('members.noMatch')}>
      <Button onClick={onClear}>{t('members.clear')}</Button>
    </EmptyState>
  );
}

function Headings(): ReactElement {
  const { t } = useTranslation('campaigns');
  return (
    <ColumnHeadings
      className={memberColumns}
      headings={[
        { text: t('members.column.customer') },
        { text: t('members.column.phone'), className: 'hidden @3xl:block' },
        { text: t('members.column.state') },
        { text: t('members.column.why'), className: 'hidden @lg:block' },
        { text: t('members.column.attempts'), className: 'hidden text-right @3xl:block' },
        { text: t('members.column.last'), className: 'hidden @lg:block' },
      ]}
    />
  );
}
