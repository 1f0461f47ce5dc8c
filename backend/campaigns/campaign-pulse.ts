import type { TeamMember } from '../agents/presence-reader.ts';
import type { NewCalls } from '../calls/new-calls.ts';
import type { CallingHours } from '../config/config.ts';
import type { CampaignPulse } from '../contract/campaigns.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import { mayCallAt, nextCallableAt } from '../customers/calling-hours.ts';
import { isFree } from '../handoff/routing/candidate.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CampaignFiguresStore } from './campaign-figures-store.ts';
import { campaignHours } from './campaign-hours.ts';
import type { CampaignMemberStore } from './campaign-member-store.ts';
import type { CampaignRow, CampaignStore } from './campaign-store.ts';
import {
  type HoldOfAll,
  heldByAll,
  type PaceDecision,
  type PaceSituation,
  paceOf,
  paceWindow,
} from './pace.ts';

interface CampaignPulsesOptions {
  readonly campaigns: Pick<CampaignStore, 'goingOnSince'>;
  readonly members: Pick<CampaignMemberStore, 'dueByZone' | 'pendingZones'>;
  readonly figures: CampaignFiguresStore;
  readonly team: () => readonly TeamMember[];
  readonly routing: () => Pick<RoutingSettings, 'telephones'>;
  readonly newCalls: Pick<NewCalls, 'freeLines'>;
  /** Asked at every step. */
  readonly holdOfAll: () => HoldOfAll;
  readonly companyHours: CallingHours;
  readonly clock: Clock;
}

/** How a running campaign goes at this moment. */
export interface CampaignPulses {
  paceOf(campaign: CampaignRow): PaceDecision;
  /** Null: never, as the company's hours are now. */
  hoursOf(campaign: CampaignRow): CallingHours | null;
  /** Of the campaign's zones, those where somebody may be called now. */
  openZones(campaign: CampaignRow): readonly string[];
  pulseOf(campaign: CampaignRow): CampaignPulse;
}

/** How long abandoned customers are counted. */
const memoryMs = 24 * 60 * 60 * 1_000;

export function createCampaignPulses(options: CampaignPulsesOptions): CampaignPulses {
  const { campaigns, members, figures, team, routing, newCalls, companyHours, clock } = options;

  const hoursOf = ({ settings }: CampaignRow) => campaignHours(companyHours, settings.hours);
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  function freeAgents({ settings }: CampaignRow): number {
    const { telephones } = routing();
    const usable = ({ reachability }: TeamMember) => reachability === 'softphone' || telephones !== 'never';
    const isOfCampaign = ({ agentId }: TeamMember) => settings.agentIds.includes(agentId);
    return team().filter((member) => isOfCampaign(member) && isFree(member) && usable(member)).length;
  }

  /** Those whose calls may need the same agents, itself included. Also of those that were just stopped: their calls go on. */
  function rivalsOf(campaign: CampaignRow) {
    return campaigns
      .goingOnSince(ago(memoryMs))
      .filter(({ settings }) => settings.agentIds.some((id) => campaign.settings.agentIds.includes(id)))
      .map(({ id }) => id);
  }

  function situationOf(campaign: CampaignRow): PaceSituation {
    const { id, settings } = campaign;
    const { wanted, abandoned } = figures.wantedHuman(id, ago(memoryMs));
    return {
      pace: settings.pace,
      freeAgents: freeAgents(campaign),
      openCalls: figures.openCalls(id),
      withoutHuman: figures.withoutHuman(rivalsOf(campaign)),
      startedInWindow: figures.startedSince(id, ago(paceWindow(settings.pace).ms)),
      wantedHuman: wanted,
      abandoned,
      freeLines: newCalls.freeLines(),
    };
  }

  /** When somebody can be called next; null where nobody is left who could be. */
  function nextDial(campaign: CampaignRow): Date | null {
    const hours = hoursOf(campaign);
    if (hours === null) return null;
    const now = clock.now();
    const times = members
      .dueByZone(campaign.id)
      .map(({ timeZone, at }) => nextCallableAt(hours, timeZone, at !== null && at > now ? at : now));
    return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  const decide = (situation: PaceSituation) => heldByAll(paceOf(situation), options.holdOfAll());

  return {
    paceOf: (campaign) => decide(situationOf(campaign)),
    hoursOf,
    openZones(campaign) {
      const hours = hoursOf(campaign);
      if (hours === null) return [];
      return members.pendingZones(campaign.id).filter((zone) => mayCallAt(hours, zone, clock.now()));
    },
    pulseOf(campaign) {
      const situation = situationOf(campaign);
      const { allowed, heldBackBy } = decide(situation);
      const next = nextDial(campaign);
      const isDue = next !== null && next <= clock.now();
      const { openCalls, withoutHuman, freeAgents: free, wantedHuman, abandoned } = situation;
      return {
        openCalls,
        withoutHuman,
        freeAgents: free,
        allowed,
        heldBackBy: isDue ? heldBackBy : 'nobody-due',
        nextDialAt: isDue ? null : (next?.toISOString() ?? null),
        wantedHuman,
        abandoned,
      };
    },
  };
}
