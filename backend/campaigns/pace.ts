import type { CampaignHold, CampaignPace } from '../contract/campaigns.ts';

/** What decides how many customers may be dialled at this moment. */
export interface PaceSituation {
  readonly pace: CampaignPace;
  readonly freeAgents: number;
  /** Calls of the campaign that are on. */
  readonly openCalls: number;
  /** Of these, and of other campaigns that share its agents, those that no human has or has taken. */
  readonly withoutHuman: number;
  /** Calls of the campaign that were started within its pace window. */
  readonly startedInWindow: number;
  /** Customers who wanted a human lately, and of these the ones who found none. */
  readonly wantedHuman: number;
  readonly abandoned: number;
  /** How many further calls the telephone line takes. */
  readonly freeLines: number;
}

export interface PaceDecision {
  /** How many customers may be dialled now. */
  readonly dial: number;
  /** How many calls without a human there may be. */
  readonly allowed: number;
  /** Null where somebody may be dialled. */
  readonly heldBackBy: Exclude<CampaignHold, 'nobody-due'> | null;
}

/** Why no campaign may dial, however its own limits stand; null where they may. */
export type HoldOfAll = Extract<CampaignHold, 'overloaded' | 'spending-cap-reached'> | null;

export function heldByAll(decision: PaceDecision, hold: HoldOfAll): PaceDecision {
  return hold === null ? decision : { ...decision, dial: 0, heldBackBy: hold };
}

/** Of the customers who want a human, fewer find none. */
export const mostAbandoned = 0.03;

/** Of several limits the lowest counts: docs/decisions/0038-campaigns-dial-for-free-agents.md */
export function paceOf(situation: PaceSituation): PaceDecision {
  const { pace, openCalls, withoutHuman, startedInWindow, freeLines } = situation;
  const allowed = allowedWithoutHuman(situation);
  const left = {
    concurrency: pace.concurrency - openCalls,
    line: freeLines,
    agents: allowed - withoutHuman,
    window: paceWindow(pace).calls - startedInWindow,
  };
  const dial = Math.max(0, Math.min(...Object.values(left)));
  return { dial, allowed, heldBackBy: dial > 0 ? null : heldBackBy(situation, allowed, left) };
}

/** So many calls may be started within any span of so many milliseconds. Counted in what is stored, it outlives the process. */
export function paceWindow({ callsPerSecond }: Pick<CampaignPace, 'callsPerSecond'>): {
  readonly calls: number;
  readonly ms: number;
} {
  const calls = Math.max(1, Math.floor(callsPerSecond));
  return { calls, ms: Math.ceil((calls / callsPerSecond) * 1_000) };
}

/** Each free agent can take one; beyond that only as many as may all be abandoned without the share reaching its limit. */
function allowedWithoutHuman({ pace, freeAgents, wantedHuman, abandoned }: PaceSituation): number {
  return Math.min(Math.floor(freeAgents * pace.factor), freeAgents + affordable(wantedHuman, abandoned));
}

/**
 * The most further customers who might be abandoned: the largest `n` with (abandoned + n) / (wanted + n) below the limit. In whole numbers:
 * a fraction that is a little too large would let it reach the limit.
 */
function affordable(wantedHuman: number, abandoned: number): number {
  const percent = Math.round(mostAbandoned * 100);
  const bound = (percent * wantedHuman - 100 * abandoned) / (100 - percent);
  return Math.max(0, Math.ceil(bound) - 1);
}

function heldBackBy(
  { freeAgents, pace }: PaceSituation,
  allowed: number,
  left: { readonly concurrency: number; readonly line: number; readonly agents: number },
): NonNullable<PaceDecision['heldBackBy']> {
  if (left.concurrency <= 0) return 'concurrency';
  if (left.line <= 0) return 'line-full';
  if (freeAgents === 0) return 'no-agent-free';
  if (left.agents > 0) return 'calls-per-second';
  return allowed < Math.floor(freeAgents * pace.factor) ? 'abandoned-share' : 'agents-taken';
}
