import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Campaign, CampaignState } from '../../../backend/contract/campaigns.ts';
import type { CampaignId } from '../../../backend/contract/ids.ts';
import { useCampaigns } from '../../platform/campaign-queries.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { ColumnHeadings } from '../../ui/column-headings.tsx';
import { fetchMore, ListFoot } from '../../ui/list-foot.tsx';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { neighbourOf } from '../../ui/neighbour.ts';
import { type SkeletonColumns, SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { CampaignRow, campaignColumns } from './campaign-row.tsx';
import { NoCampaigns } from './no-campaigns.tsx';

const skeletonColumns = {
  className: campaignColumns,
  cells: ['', 'hidden @4xl:block', '', ...Array.from({ length: 5 }, () => 'hidden @4xl:block')],
} as const satisfies SkeletonColumns;

interface CampaignRowsProps {
  readonly state: CampaignState | null;
  readonly selected: CampaignId | null;
  readonly isAdmin: boolean;
  readonly onShowAll: () => void;
}

/** The rows of the list, or what is there in their place. */
export function CampaignRows({ state, selected, isAdmin, onShowAll }: CampaignRowsProps): ReactElement {
  const { t } = useTranslation(['campaigns', 'shell']);
  const list = useCampaigns(state);
  if (list.isPending) {
    return (
      <>
        <Headings />
        <SkeletonRows rows={8} label={t('shell:loading')} columns={skeletonColumns} />
      </>
    );
  }
  if (list.data === undefined) {
    return <LoadFailure what="campaigns" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const campaigns = list.data.pages.flatMap((page) => page.campaigns);
  if (campaigns.length === 0) {
    return <NoCampaigns isFiltered={state !== null} isAdmin={isAdmin} onShowAll={onShowAll} />;
  }
  return (
    <>
      <Headings />
      <Keys campaigns={campaigns} selected={selected} />
      <VirtualRows
        label={t('list')}
        rows={campaigns}
        rowHeight={52}
        keyOf={({ id }) => id}
        selectedKey={selected}
        onNearEnd={() => fetchMore(list)}
        foot={<ListFoot pages={list} />}
      >
        {(campaign) => (
          <CampaignRow campaign={campaign} selected={campaign.id === selected} isAdmin={isAdmin} />
        )}
      </VirtualRows>
    </>
  );
}

interface KeysProps {
  readonly campaigns: readonly Campaign[];
  readonly selected: CampaignId | null;
}

function Keys({ campaigns, selected }: KeysProps): null {
  const [, navigate] = useLocation();
  const move = (by: 1 | -1): void => {
    const next = neighbourOf(campaigns, selected, by);
    if (next !== null) navigate(`/campaigns/${next}`);
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return null;
}

function Headings(): ReactElement {
  const { t } = useTranslation('campaigns');
  const wide = 'hidden @4xl:block';
  return (
    <ColumnHeadings
      className={campaignColumns}
      headings={[
        { text: t('column.name') },
        { text: t('column.state'), className: wide },
        { text: t('column.progress') },
        { text: t('column.pace'), className: `${wide} text-right` },
        { text: t('column.success'), className: `${wide} text-right` },
        { text: t('column.met'), className: `${wide} text-right` },
        { text: t('column.abandoned'), className: `${wide} text-right` },
        { text: t('column.next'), className: wide },
      ]}
    />
  );
}
