import type { Campaign } from '../contract/campaigns.ts';
import type { AgentId, CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CampaignStore } from './campaign-store.ts';
import { type CampaignViewSources, viewCampaign } from './campaign-view.ts';

interface CampaignPublisherOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly campaigns: Pick<CampaignStore, 'find'>;
  readonly views: CampaignViewSources;
  readonly events: EventLog;
  readonly clock: Clock;
}

/** Tells admins and the campaign's agents how it stands. */
export interface CampaignPublisher {
  /** Throws when there is no such campaign. */
  view(campaignId: CampaignId): Campaign;
  /** In the transaction of the change. */
  changed(campaignId: CampaignId): Campaign;
  /** It is there no more for these agents. */
  removed(campaignId: CampaignId, agentIds: readonly AgentId[]): void;
  /** Somebody was called, or not: is told before long, together with what else happens until then. */
  progressed(campaignId: CampaignId): void;
  /** Tells what has progressed, unless it was told just now. */
  tellProgress(): void;
}

/** Counting all customers of a large campaign takes its time, and nobody reads faster. */
const pauseMs = 3_000;

export function createCampaignPublisher(options: CampaignPublisherOptions): CampaignPublisher {
  const { campaigns, views, events, clock } = options;
  const progressed = new Set<CampaignId>();
  let toldAt = new Date(0);

  function view(campaignId: CampaignId): Campaign {
    const campaign = campaigns.find(campaignId);
    if (campaign === null) throw new Error(`there is no campaign ${campaignId}`);
    return viewCampaign(campaign, views);
  }

  function changed(campaignId: CampaignId): Campaign {
    const campaign = view(campaignId);
    events.append({ type: 'campaign-changed', campaign }, campaign.settings.agentIds);
    return campaign;
  }

  return {
    view,
    changed,
    removed(campaignId, agentIds) {
      events.append({ type: 'campaign-removed', campaignId }, agentIds);
    },
    progressed: (campaignId) => void progressed.add(campaignId),
    tellProgress() {
      const now = clock.now();
      if (progressed.size === 0 || now.getTime() - toldAt.getTime() < pauseMs) return;
      options.database.transaction(() => {
        for (const campaignId of progressed) changed(campaignId);
      });
      progressed.clear();
      toldAt = now;
    },
  };
}
