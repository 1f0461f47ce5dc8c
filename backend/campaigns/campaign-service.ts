import type { Agent } from '../agents/agent-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import type { CallingHours } from '../config/config.ts';
import type { CampaignPreview } from '../contract/campaign-members.ts';
import type {
  Campaign,
  CampaignSettings,
  CampaignSource,
  ChangeCampaign,
  CreateCampaign,
} from '../contract/campaigns.ts';
import type { CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { campaignHours } from './campaign-hours.ts';
import type { CampaignList } from './campaign-list.ts';
import type { CampaignListing } from './campaign-listing.ts';
import type { CampaignMemberStore } from './campaign-member-store.ts';
import { countCustomers } from './campaign-preview.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';

interface CampaignServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly campaigns: CampaignStore;
  readonly members: Pick<CampaignMemberStore, 'numbersOf'>;
  readonly list: CampaignList;
  readonly listing: Pick<CampaignListing, 'take' | 'goOn'>;
  readonly publisher: CampaignPublisher;
  readonly agents: () => readonly Agent[];
  readonly companyHours: CallingHours;
  readonly audit: AuditLog;
  readonly ids: Pick<Ids, 'campaign'>;
  readonly clock: Clock;
}

/** What admins make of campaigns. Each change is one transaction together with its entry in the audit log. */
export interface CampaignService {
  /** Throws `not-found` for a view that is not the viewer's. */
  preview(viewer: Viewer, source: CampaignSource): Promise<CampaignPreview>;
  /** A draft, with its first customers; the others of a long list follow. Throws as `preview`, and `invalid-input`: for agents who are not there, a speaker of whom the AI knows nothing, hours in which the company does not call. */
  create(viewer: Viewer, wanted: CreateCampaign): Campaign;
  /** Throws `not-found`, `changed-elsewhere`, `campaign-over`, and `invalid-input` as `create`. */
  change(viewer: Viewer, campaignId: CampaignId, change: ChangeCampaign): Campaign;
  /** Throws `not-found`, and `campaign-begun` unless it is a draft. */
  remove(viewer: Viewer, campaignId: CampaignId): void;
}

export function createCampaignService(options: CampaignServiceOptions): CampaignService {
  const { database, campaigns, members, list, listing, publisher, audit, clock } = options;

  function mustFind(campaignId: CampaignId): CampaignRow {
    const campaign = campaigns.find(campaignId);
    if (campaign === null) throw new Refusal('not-found', 'There is no such campaign.');
    return campaign;
  }

  function requireSensible({ speaksForId, agentIds, hours }: CampaignSettings): void {
    const agents = options.agents();
    const speaker = agents.find(({ id }) => id === speaksForId);
    if (speaker === undefined) throw wrong('speaksForId', 'not-an-agent');
    if (speaker.settings.conversation === null) throw wrong('speaksForId', 'conversation-settings-missing');
    const known = new Set(agents.map(({ id }) => id));
    if (!agentIds.every((agentId) => known.has(agentId))) throw wrong('agentIds', 'not-an-agent');
    if (campaignHours(options.companyHours, hours) === null) throw wrong('hours', 'outside-calling-hours');
  }

  function insert(viewer: Viewer, { settings, customers: source }: CreateCampaign): CampaignId {
    const id = options.ids.campaign();
    const now = clock.now();
    campaigns.insert({ id, settings, source, createdBy: viewer.id, createdAt: now });
    listing.take(id, list.begin(viewer, source, now));
    return id;
  }

  function note(
    viewer: Viewer,
    subjectId: CampaignId,
    entry: Pick<Parameters<AuditLog['append']>[0], 'before' | 'after'> & {
      readonly action: 'added' | 'changed' | 'removed';
    },
  ): void {
    audit.append({ ...entry, subject: 'campaign', subjectId, actorId: viewer.id });
  }

  return {
    async preview(viewer, source) {
      const goingOn = campaigns.goingOnSince(clock.now()).map(({ id }) => id);
      return countCustomers(list, list.begin(viewer, source, clock.now()), members.numbersOf(goingOn));
    },
    create(viewer, wanted) {
      const campaign = database.transaction(() => {
        requireSensible(wanted.settings);
        const id = insert(viewer, wanted);
        const after = { ...wanted.settings, customers: wanted.customers };
        note(viewer, id, { action: 'added', before: null, after });
        return publisher.changed(id);
      });
      listing.goOn();
      return campaign;
    },
    change: (viewer, campaignId, { basedOn, settings }) =>
      database.transaction(() => {
        const before = mustFind(campaignId);
        if (before.version !== basedOn) throw new ChangedElsewhere(publisher.view(campaignId));
        if (before.endedAt !== null) throw new Refusal('campaign-over', 'The campaign is over.');
        requireSensible(settings);
        campaigns.update(campaignId, { settings, version: before.version + 1 });
        note(viewer, campaignId, { action: 'changed', before: before.settings, after: settings });
        const left = before.settings.agentIds.filter((agentId) => !settings.agentIds.includes(agentId));
        if (left.length > 0) publisher.removed(campaignId, left);
        return publisher.changed(campaignId);
      }),
    remove(viewer, campaignId) {
      database.transaction(() => {
        const { state, settings } = mustFind(campaignId);
        if (state !== 'draft') throw new Refusal('campaign-begun', 'The campaign was started.');
        campaigns.remove(campaignId);
        note(viewer, campaignId, { action: 'removed', before: settings, after: null });
        publisher.removed(campaignId, settings.agentIds);
      });
    },
  };
}

function wrong(name: string, problem: string): InvalidInput {
  return new InvalidInput([{ path: `settings.${name}`, problem }]);
}
