import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CampaignControls } from './campaign-controls.tsx';
import { CampaignOverview } from './campaign-overview.tsx';
import { type CampaignPart, CampaignParts } from './campaign-parts.tsx';
import { CampaignSettingsPart } from './campaign-settings-part.tsx';
import { CampaignStateMark } from './campaign-state-mark.tsx';
import { CampaignMembers } from './members/campaign-members.tsx';
import { PausedNotice } from './paused-notice.tsx';
import { useAgentNames } from './use-agent-names.ts';

interface CampaignDetailProps {
  readonly campaign: Campaign;
  readonly part: CampaignPart;
  readonly isAdmin: boolean;
}

/** A campaign: how it stands and what can be done with it, and below it one of its parts. */
export function CampaignDetail({ campaign, part, isAdmin }: CampaignDetailProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const [, navigate] = useLocation();
  const lost = useConnectionLost();
  const agents = useAgentNames()(campaign.agents);
  return (
    <section aria-label={t('detail')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <DetailHeader list="/campaigns" back={t('back')}>
        <h2 className="text-pretty font-semibold text-xl">{campaign.settings.name}</h2>
        <p className="flex flex-wrap items-center gap-x-3 text-text-quiet text-xs">
          <CampaignStateMark campaign={campaign} />
          <span className="min-w-0 truncate">{agents}</span>
        </p>
      </DetailHeader>
      <div className="flex flex-col gap-2 px-4 pb-2">
        {lost && <Notice tone="warning">{t('pulse.asOf')}</Notice>}
        {campaign.listing === 'going-on' && (
          <Notice tone="info">{t('step.listing', { number: campaign.progress.customers })}</Notice>
        )}
        {campaign.state === 'draft' && isAdmin && <Notice tone="info">{t('step.draftLead')}</Notice>}
        <PausedNotice campaign={campaign} isAdmin={isAdmin} />
        {isAdmin && <CampaignControls campaign={campaign} onRemoved={() => navigate('/campaigns')} />}
      </div>
      <CampaignParts campaignId={campaign.id} shown={part} />
      {part === 'overview' && <CampaignOverview campaign={campaign} isAdmin={isAdmin} />}
      {part === 'customers' && <CampaignMembers campaign={campaign} isAdmin={isAdmin} />}
      {part === 'settings' && <CampaignSettingsPart campaign={campaign} isAdmin={isAdmin} />}
    </section>
  );
}
