import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type CampaignId, campaignIdSchema } from '../../../backend/contract/ids.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { CampaignDetail } from '../../features/campaigns/campaign-detail.tsx';
import { campaignPartOf } from '../../features/campaigns/campaign-parts.tsx';
import { CampaignsList } from '../../features/campaigns/campaigns-list.tsx';
import { NewCampaign } from '../../features/campaigns/form/new-campaign.tsx';
import { FilterBar } from '../../features/customers/filter-bar.tsx';
import { useCampaign } from '../../platform/campaign-queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { TwoPanes } from '../two-panes.tsx';

interface CampaignsPageProps {
  readonly campaignId: string | undefined;
  readonly part: string | undefined;
  readonly role: Role;
}

export function CampaignsPage({ campaignId, part, role }: CampaignsPageProps): ReactElement {
  const [, navigate] = useLocation();
  const isAdmin = role === 'admin';
  const selected = campaignIdSchema.safeParse(campaignId).data ?? null;
  const adding = campaignId === 'new' && isAdmin;
  return (
    <TwoPanes
      detailShown={selected === null && !adding ? 'none' : 'open'}
      list={<CampaignsList selected={selected} isAdmin={isAdmin} />}
      detail={
        <>
          {adding && (
            <NewCampaign
              filterFields={(filter, onChange) => <FilterBar filter={filter} onChange={onChange} />}
              onCreated={(id) => navigate(`/campaigns/${id}`)}
            />
          )}
          {selected !== null && (
            <SelectedCampaign key={selected} campaignId={selected} part={part} isAdmin={isAdmin} />
          )}
        </>
      }
    />
  );
}

interface SelectedCampaignProps {
  readonly campaignId: CampaignId;
  readonly part: string | undefined;
  readonly isAdmin: boolean;
}

function SelectedCampaign({ campaignId, part, isAdmin }: SelectedCampaignProps): ReactElement {
  const { t } = useTranslation('shell');
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) return <SkeletonText lines={8} label={t('loading')} />;
  if (campaign.data === undefined) {
    return (
      <LoadFailure
        what="campaign"
        list="/campaigns"
        error={campaign.error}
        onRetry={() => void campaign.refetch()}
      />
    );
  }
  return <CampaignDetail campaign={campaign.data} part={campaignPartOf(part)} isAdmin={isAdmin} />;
}
