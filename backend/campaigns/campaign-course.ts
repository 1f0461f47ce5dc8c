import type { Viewer } from '../auth/visibility.ts';
import type { Campaign } from '../contract/campaigns.ts';
import type { AgentId, CampaignId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { type CampaignEvent, moveCampaign } from './campaign-machine.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';

interface CampaignCourseOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly campaigns: CampaignStore;
  readonly publisher: CampaignPublisher;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** Why a campaign pauses by itself. */
export type OwnPause = Exclude<NonNullable<CampaignRow['pausedFor']>, { readonly type: 'by-person' }>;

/**
 * Starts and halts campaigns. Once a pause or a stop is answered, nobody is dialled any more, also not whose turn was next: what waits to
 * be dialled is checked again (`dial-rules.ts`). All throw `not-found`.
 */
export interface CampaignCourse {
  /** Throws `campaign-begun`, `campaign-over`. */
  start(viewer: Viewer, campaignId: CampaignId): Campaign;
  /** These throw `campaign-not-begun`, `campaign-over`; what is so already is fulfilled. */
  pause(viewer: Viewer, campaignId: CampaignId): Campaign;
  resume(viewer: Viewer, campaignId: CampaignId): Campaign;
  stop(viewer: Viewer, campaignId: CampaignId): Campaign;
  /** By itself. */
  halt(campaignId: CampaignId, why: OwnPause): void;
  /** Nobody is left to be called. */
  finish(campaignId: CampaignId): void;
}

interface Step {
  readonly event: CampaignEvent;
  /** Null: it happens by itself. */
  readonly by: AgentId | null;
  readonly changes: Partial<CampaignRow>;
}

export function createCampaignCourse(options: CampaignCourseOptions): CampaignCourse {
  const { database, campaigns, publisher, audit, clock } = options;

  function take(campaignId: CampaignId, { event, by, changes }: Step): Campaign {
    return database.transaction(() => {
      const campaign = campaigns.find(campaignId);
      if (campaign === null) throw new Refusal('not-found', 'There is no such campaign.');
      const move = moveCampaign(campaign.state, event);
      if (move.type === 'refused')
        throw new Refusal(move.code, `A ${campaign.state} campaign cannot be ${event}.`);
      if (move.type === 'unchanged') return publisher.view(campaignId);
      campaigns.update(campaignId, { pausedFor: null, ...changes, state: move.state });
      audit.append({
        subject: 'campaign',
        action: event,
        actorId: by,
        subjectId: campaignId,
        before: { state: campaign.state },
        after: { state: move.state, pausedFor: changes.pausedFor ?? null },
      });
      return publisher.changed(campaignId);
    });
  }

  return {
    start(viewer, campaignId) {
      const now = clock.now();
      const changes = { startedAt: now, runningSince: now };
      return take(campaignId, { event: 'started', by: viewer.id, changes });
    },
    pause(viewer, campaignId) {
      const pausedFor = { type: 'by-person', by: viewer.id, at: clock.now().toISOString() } as const;
      return take(campaignId, { event: 'paused', by: viewer.id, changes: { pausedFor } });
    },
    resume: (viewer, campaignId) =>
      take(campaignId, { event: 'resumed', by: viewer.id, changes: { runningSince: clock.now() } }),
    stop: (viewer, campaignId) =>
      take(campaignId, { event: 'stopped', by: viewer.id, changes: { endedAt: clock.now() } }),
    halt: (campaignId, pausedFor) =>
      void take(campaignId, { event: 'paused', by: null, changes: { pausedFor } }),
    finish: (campaignId) =>
      void take(campaignId, { event: 'finished', by: null, changes: { endedAt: clock.now() } }),
  };
}
