import { createCampaignAdmission } from '../campaigns/campaign-admission.ts';
import { createCampaignCourse } from '../campaigns/campaign-course.ts';
import { type CampaignDialler, createCampaignDialler } from '../campaigns/campaign-dialler.ts';
import { createCampaignDialling } from '../campaigns/campaign-dialling.ts';
import { createCampaignList } from '../campaigns/campaign-list.ts';
import { type CampaignListing, createCampaignListing } from '../campaigns/campaign-listing.ts';
import { createCampaignMembership } from '../campaigns/campaign-membership.ts';
import { createCampaignPublisher } from '../campaigns/campaign-publisher.ts';
import { createCampaignPulses } from '../campaigns/campaign-pulse.ts';
import { createCampaignQueries } from '../campaigns/campaign-queries.ts';
import type { CampaignRoutesOptions } from '../campaigns/campaign-routes.ts';
import { createCampaignService } from '../campaigns/campaign-service.ts';
import { createCampaignSettling } from '../campaigns/campaign-settling.ts';
import { createCampaignSourceStore } from '../campaigns/campaign-source-store.ts';
import type { CallId } from '../contract/ids.ts';
import { createCustomerListStore } from '../customers/customer-list-store.ts';
import { createCustomerViewStore } from '../customers/customer-view-store.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import type { BackendParts } from './backend-parts.ts';

export interface Campaigns extends CampaignRoutesOptions {
  readonly dialler: CampaignDialler;
  readonly listing: CampaignListing;
  /** A call is over, or its result is another one. */
  readonly callSettled: (callId: CallId) => void;
}

type CampaignParts = Pick<
  BackendParts,
  | 'config'
  | 'database'
  | 'stores'
  | 'team'
  | 'care'
  | 'flow'
  | 'newCalls'
  | 'holdOfAll'
  | 'ids'
  | 'clock'
  | 'log'
>;

/** Many customers, called one after the other, as fast as there are agents for them. */
export function createCampaigns(parts: CampaignParts): Campaigns {
  const { config, database, stores, team, care, flow, newCalls, ids, clock, log } = parts;
  const { campaigns, campaignMembers: members, campaignFigures: figures, calls, agents, events } = stores;
  const companyHours = config.calls.callingHours;
  const audit = createAuditLogStore(database, clock);
  const pulses = createCampaignPulses({
    campaigns,
    members,
    figures,
    team: team.presence.team,
    routing: () => stores.teamSettings.routing().settings,
    newCalls,
    holdOfAll: parts.holdOfAll,
    companyHours,
    clock,
  });
  const views = { members, figures, pulses, nameOfAgent: agents.nameOf, clock };
  const publisher = createCampaignPublisher({ database, campaigns, views, events, clock });
  const course = createCampaignCourse({ database, campaigns, publisher, audit, clock });
  const sources = createCampaignSourceStore(database);
  const admit = createCampaignAdmission(members);
  const list = createCampaignList({
    sources,
    customers: createCustomerListStore(database),
    views: createCustomerViewStore(database),
  });
  const listing = createCampaignListing({ database, campaigns, admit, list, publisher, log });
  const dial = createCampaignDialling({
    database,
    customers: care.customers,
    calls,
    newCalls,
    callLegs: flow.callLegs,
    callPublisher: flow.publisher,
    campaigns,
    members,
    pulses,
    publisher,
    clock,
  });
  const callSettled = createCampaignSettling({
    calls,
    campaigns,
    members,
    figures,
    pulses,
    course,
    publisher,
    clock,
  });
  flow.notices.subscribe((notice) => {
    if (notice.type === 'ended' || notice.type === 'result-proposed') callSettled(notice.callId);
  });
  return {
    course,
    listing,
    queries: createCampaignQueries({ campaigns, members, publisher }),
    membership: createCampaignMembership({
      database,
      campaigns,
      members,
      sources,
      admit,
      publisher,
      audit,
    }),
    service: createCampaignService({
      database,
      campaigns,
      members,
      list,
      listing,
      publisher,
      agents: agents.all,
      companyHours,
      audit,
      ids,
      clock,
    }),
    dialler: createCampaignDialler({ campaigns, members, pulses, dial, course, publisher, clock, log }),
    callSettled,
  };
}
