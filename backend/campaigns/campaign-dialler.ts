import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CampaignCourse } from './campaign-course.ts';
import type { DialMember } from './campaign-dialling.ts';
import type { CampaignMemberStore } from './campaign-member-store.ts';
import type { CampaignPublisher } from './campaign-publisher.ts';
import type { CampaignPulses } from './campaign-pulse.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';

interface CampaignDiallerOptions {
  readonly campaigns: Pick<CampaignStore, 'running'>;
  readonly members: Pick<CampaignMemberStore, 'due' | 'isAnybodyLeft'>;
  readonly pulses: Pick<CampaignPulses, 'paceOf' | 'openZones'>;
  readonly dial: DialMember;
  readonly course: Pick<CampaignCourse, 'halt' | 'finish'>;
  readonly publisher: Pick<CampaignPublisher, 'tellProgress'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface CampaignDialler {
  /** Dials whose turn it is, in all running campaigns. Keeps nothing: it goes on where the process before it ended. */
  step(): void;
}

/** Customers are looked at in one step, at most; many may be passed over. */
const lookedAt = 20;

export function createCampaignDialler(options: CampaignDiallerOptions): CampaignDialler {
  const { campaigns, members, pulses, dial, course, publisher, clock, log } = options;

  function advance(campaign: CampaignRow): void {
    const { id } = campaign;
    const timeZones = pulses.openZones(campaign);
    const waiting = members.due({ campaignId: id, timeZones, now: clock.now(), limit: lookedAt });
    if (waiting.length === 0) {
      if (campaign.listing === null && !members.isAnybodyLeft(id)) course.finish(id);
      return;
    }
    let left = pulses.paceOf(campaign).dial;
    for (const member of waiting) {
      if (left === 0) return;
      const attempt = dial(campaign, member);
      if (attempt === 'dialled') left -= 1;
      if (attempt === 'speaker-not-ready') course.halt(id, { type: attempt, at: clock.now().toISOString() });
      if (attempt !== 'dialled' && attempt !== 'passed-over') return;
    }
  }

  return {
    step() {
      for (const campaign of campaigns.running()) {
        try {
          advance(campaign);
        } catch (error) {
          log.error({ error, campaignId: campaign.id }, 'a campaign could not go on, and is tried again');
        }
      }
      publisher.tellProgress();
    },
  };
}

/** In milliseconds of the domains' time. */
const pauseMs = 500;
/** Before an accelerated simulator the machine has something else to do, too. */
const shortestNapMs = 25;

/** Steps now and again, `speed` times as often as it would in real time. */
export function startCampaignDialler(dialler: CampaignDialler, speed: number, log: Log): Disposable {
  const timer = setInterval(
    () => {
      try {
        dialler.step();
      } catch (error) {
        log.error({ error }, 'campaigns could not be looked at');
      }
    },
    Math.max(shortestNapMs, pauseMs / speed),
  );
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
