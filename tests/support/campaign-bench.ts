import { createCampaigns } from '../../backend/compose/campaigns.ts';
import { createCustomerCare } from '../../backend/compose/customer-care.ts';
import { newCallsOf } from '../../backend/compose/new-calls.ts';
import { createSafeguards } from '../../backend/compose/safeguards.ts';
import { parseConfig } from '../../backend/config/config.ts';
import type { CampaignSettings } from '../../backend/contract/campaigns.ts';
import type { AgentId, CallId, CampaignId, CustomerId } from '../../backend/contract/ids.ts';
import { createIds } from '../../backend/kernel/ids.ts';
import type { LegEndReason } from '../../backend/telephony/carrier-events.ts';
import { silentLog } from './api.ts';
import { noRetries } from './campaigns.ts';
import { conversationSettings } from './conversation.ts';
import { createHandoffBench } from './handoff-bench.ts';

export type CampaignBench = ReturnType<typeof createCampaignBench>;

/** Campaigns as they are composed, on calls whose carrier a test plays. Nobody is dialled but in a `step`. */
export function createCampaignBench(settings: Readonly<Record<string, string>> = {}) {
  const bench = createHandoffBench();
  const { database, stores, flow, team, clock } = bench;
  const config = parseConfig(settings);
  const ids = createIds(clock);
  const care = createCustomerCare({ database, stores, config, clock, ids });
  const teamZone = () => config.defaultTimeZone;
  const surroundings = { config, database, stores, ids, clock, log: silentLog };
  const safeguards = createSafeguards({ ...surroundings, teamZone });
  const newCalls = newCallsOf({ ...surroundings, care, spending: safeguards.spending });
  const { holdOfAll } = safeguards;
  const parts = { ...surroundings, team, care, flow, newCalls, holdOfAll };
  const campaigns = createCampaigns(parts);
  const boss = { id: bench.agent('boss', 'admin'), role: 'admin' } as const;

  function memberOf(campaignId: CampaignId, customerId: CustomerId) {
    const member = stores.campaignMembers.find({ campaignId, customerId });
    if (member === null) throw new Error('the customer is not in the campaign');
    return member;
  }

  return {
    ...bench,
    care,
    boss,
    safeguards,
    newCalls,
    ...campaigns,
    /** Whom the AI may speak for, and whose softphone can be rung. */
    freeAgent(name: string): AgentId {
      const agentId = bench.agent(name);
      stores.agents.change(agentId, { conversation: conversationSettings });
      bench.connect(agentId, stores.agents.all().length);
      return agentId;
    },
    draft(
      agentIds: readonly AgentId[],
      customerIds: readonly CustomerId[],
      changes: Partial<CampaignSettings> = {},
    ) {
      const [speaksForId] = agentIds;
      if (speaksForId === undefined) throw new Error('nobody to speak for');
      const pace = { callsPerSecond: 10, concurrency: 50, factor: 1 };
      const common = { name: '秋の一斉コール', hours: null, pace, retries: noRetries };
      const wanted = { ...common, speaksForId, agentIds: [...agentIds], ...changes };
      return campaigns.service.create(boss, {
        settings: wanted,
        customers: { type: 'customers', customerIds: [...customerIds] },
      }).id;
    },
    memberOf,
    /** As a process that is started anew has it. */
    listingAgain: () => createCampaigns(parts).listing,
    /** Lets a second pass, and whose turn it is be dialled. */
    step(): void {
      clock.pass(1);
      campaigns.dialler.step();
    },
    /** The carrier has found nobody. */
    endUnreached(callId: CallId, reason: LegEndReason = 'no-answer'): void {
      database.transaction(() => flow.ending.end(callId, { type: 'not-reached', reason }));
    },
  };
}
