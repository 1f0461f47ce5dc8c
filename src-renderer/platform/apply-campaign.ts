import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Campaign, CampaignPage } from '../../backend/contract/campaigns.ts';
import type { RealtimeEvent } from '../../backend/contract/events.ts';
import type { CampaignId } from '../../backend/contract/ids.ts';
import { queryKeys } from './query-keys.ts';

type CampaignLists = InfiniteData<CampaignPage>;

/** Writes what an event says of a campaign into everything that is cached. */
export function applyCampaignEvent(cache: QueryClient, event: RealtimeEvent): void {
  if (event.type === 'campaign-changed') applyCampaign(cache, event.campaign);
  if (event.type === 'campaign-removed') applyCampaignRemoval(cache, event.campaignId);
}

/** The campaign as it is now. Lists are asked for again when they have not known it, or when it may belong in others now. */
export function applyCampaign(cache: QueryClient, campaign: Campaign): void {
  const before = knownCampaign(cache, campaign.id);
  const replaced = (one: Campaign): Campaign => (one.id === campaign.id ? campaign : one);
  cache.setQueryData(queryKeys.campaign(campaign.id), campaign);
  cache.setQueriesData<CampaignLists>({ queryKey: queryKeys.campaignLists }, (list) => {
    if (list === undefined || !list.pages.some((page) => has(page, campaign.id))) return list;
    const pages = list.pages.map((page) => ({ ...page, campaigns: page.campaigns.map(replaced) }));
    return { ...list, pages };
  });
  if (before?.state !== campaign.state) {
    void cache.invalidateQueries({ queryKey: queryKeys.campaignLists });
  }
}

/** It is there no more, or not for this agent. A page that shows it learns so when it asks again. */
export function applyCampaignRemoval(cache: QueryClient, campaignId: CampaignId): void {
  cache.setQueriesData<CampaignLists>({ queryKey: queryKeys.campaignLists }, (list) => {
    if (list === undefined || !list.pages.some((page) => has(page, campaignId))) return list;
    const pages = list.pages.map((page) => ({
      ...page,
      campaigns: page.campaigns.filter(({ id }) => id !== campaignId),
    }));
    return { ...list, pages };
  });
  void cache.resetQueries({ queryKey: queryKeys.campaign(campaignId) });
}

/** A campaign's answer as it is after an event that arrived meanwhile. */
export function campaignAfter(campaign: Campaign, event: RealtimeEvent): Campaign {
  return event.type === 'campaign-changed' && event.campaign.id === campaign.id ? event.campaign : campaign;
}

export function campaignPageAfter(page: CampaignPage, event: RealtimeEvent): CampaignPage {
  if (event.type !== 'campaign-changed' || !has(page, event.campaign.id)) return page;
  return { ...page, campaigns: page.campaigns.map((campaign) => campaignAfter(campaign, event)) };
}

function has({ campaigns }: CampaignPage, campaignId: CampaignId): boolean {
  return campaigns.some(({ id }) => id === campaignId);
}

function knownCampaign(cache: QueryClient, campaignId: CampaignId): Campaign | undefined {
  const shown = cache.getQueryData<Campaign>(queryKeys.campaign(campaignId));
  if (shown !== undefined) return shown;
  const lists = cache.getQueriesData<CampaignLists>({ queryKey: queryKeys.campaignLists });
  const listed = lists.flatMap(([, list]) => list?.pages.flatMap(({ campaigns }) => campaigns) ?? []);
  return listed.find(({ id }) => id === campaignId);
}
