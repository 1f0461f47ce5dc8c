import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { CampaignMemberPage, CampaignPreview } from '../../backend/contract/campaign-members.ts';
import type {
  Campaign,
  CampaignPage,
  CampaignSource,
  CampaignState,
} from '../../backend/contract/campaigns.ts';
import type { CampaignId } from '../../backend/contract/ids.ts';
import type { ReportFigures } from '../../backend/contract/reports.ts';
import { campaignAfter, campaignPageAfter } from './apply-campaign.ts';
import type { CampaignMembersRequest } from './campaign-api.ts';
import { usePlatform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';
import { addDays, dateIn } from './zoned-days.ts';

/** The campaigns of a state, or all; newest first. */
export function useCampaigns(
  state: CampaignState | null,
): UseInfiniteQueryResult<InfiniteData<CampaignPage>> {
  const { api, arrivals } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.campaignList(state),
    queryFn: ({ pageParam: before }) =>
      arrivals.during(() => api.campaigns({ state, before }), campaignPageAfter),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });
}

const firstPage: CampaignPage['next'] = null;

export function useCampaign(campaignId: CampaignId): UseQueryResult<Campaign> {
  const { api, arrivals } = usePlatform();
  return useQuery({
    queryKey: queryKeys.campaign(campaignId),
    queryFn: () => arrivals.during(() => api.campaign(campaignId), campaignAfter),
  });
}

/** Whom a campaign with these customers would call; null while nobody is chosen. The one before stays until the next is there. */
export function useCampaignPreview(customers: CampaignSource | null): UseQueryResult<CampaignPreview | null> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.campaignPreview(customers),
    queryFn: () => (customers === null ? null : api.previewCampaign(customers)),
    placeholderData: (previous) => previous,
    staleTime: 0,
    gcTime: 0,
  });
}

interface WantedMembers extends Omit<CampaignMembersRequest, 'after'> {
  /** Somebody is being called, or may be at any moment. */
  readonly isLive: boolean;
}

/** How long each page that is there may be old while calls are made: many pages are asked for again less often than one. */
const memberPageMs = 4_000;

/** The customers of a campaign, in the order of its list. */
export function useCampaignMembers({
  isLive,
  ...wanted
}: WantedMembers): UseInfiniteQueryResult<InfiniteData<CampaignMemberPage>> {
  const { api } = usePlatform();
  return useInfiniteQuery({
    queryKey: queryKeys.campaignMembers(wanted.campaignId, wanted.state, wanted.search),
    queryFn: ({ pageParam: after }) => api.campaignMembers({ ...wanted, after }),
    initialPageParam: firstMember,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: ({ state }) => isLive && memberPageMs * Math.max(1, state.data?.pages.length ?? 1),
  });
}

const firstMember: CampaignMemberPage['next'] = null;

/** What came of its calls since its start, asked for again each half minute while it may change. */
export function useCampaignFigures(
  { id, startedAt }: Pick<Campaign, 'id' | 'startedAt'>,
  isLive: boolean,
): UseQueryResult<ReportFigures | null> {
  const { api, clock } = usePlatform();
  return useQuery({
    queryKey: queryKeys.campaignFigures(id),
    queryFn: () => {
      if (startedAt === null) return null;
      // A day more on either side: the days are those of the team, wherever that is.
      const from = addDays(dateIn('UTC', Date.parse(startedAt)), -1);
      return api.campaignFigures({ campaignId: id, from, to: addDays(dateIn('UTC', clock.now()), 1) });
    },
    staleTime: 0,
    refetchInterval: isLive && 30_000,
  });
}
