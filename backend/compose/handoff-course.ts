import type { Connections } from '../agents/connections.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import { previousCallOf } from '../calls/previous-call.ts';
import type { CallId, CustomerId } from '../contract/ids.ts';
import { type AgentRelease, createAgentRelease } from '../handoff/agent-release.ts';
import { createHandoffDeadlines, type HandoffDeadlines } from '../handoff/handoff-deadlines.ts';
import { createHandoffEffects } from '../handoff/handoff-effects.ts';
import { createHandoffRunner, type HandoffRunner } from '../handoff/handoff-runner.ts';
import type { HandoffViewSources } from '../handoff/handoff-view.ts';
import { createOfferLeases, type OfferLeases } from '../handoff/offer-leases.ts';
import { createNextAgents, type NextAgents } from '../handoff/routing/next-agents.ts';
import { createWaitingCustomers } from '../handoff/waiting-customers.ts';
import { type AgentTelephones, agentTelephones } from './agent-telephones.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';
import type { ConversationDomain } from './conversation-domain.ts';

export interface HandoffDomainOptions extends CallDomainOptions {
  readonly presence: PresenceService;
  readonly connections: Connections;
  /** What the customer is marked with. */
  readonly tagsOf: (customerId: CustomerId) => readonly string[];
}

export interface DomainsBelowHandoff {
  readonly calls: CallDomain;
  readonly conversation: ConversationDomain;
  /** How handoffs look, which the calls below show, too. */
  readonly views: HandoffViewSources;
}

/** What every handoff runs on, whoever began it. */
export interface HandoffCourse {
  readonly deadlines: HandoffDeadlines;
  readonly leases: OfferLeases;
  readonly release: AgentRelease;
  readonly nextAgents: NextAgents;
  readonly runner: HandoffRunner;
  readonly agentPhones: AgentTelephones;
  /** Somebody may have become free, or gone: the customers who wait are offered to them, or given up. */
  readonly lookAfterWaiting: () => void;
}

export function handoffViewsOf({ stores, customerName }: CallDomainOptions): HandoffViewSources {
  const { handoffs, legs, transcript, agents, calls } = stores;
  const { nameOf: nameOfAgent } = agents;
  const mustFind = (callId: CallId) => {
    const call = calls.find(callId);
    if (call === null) throw new Error(`there is no call ${callId}`);
    return call;
  };
  return {
    handoffs,
    legs,
    transcript,
    nameOfAgent,
    customerOf: (callId) => customerName(mustFind(callId).customerId),
    originOf(callId) {
      const call = mustFind(callId);
      return { direction: call.direction, previousCall: previousCallOf(call, { calls, nameOfAgent }) };
    },
  };
}

export function createHandoffCourse(
  options: HandoffDomainOptions,
  below: DomainsBelowHandoff,
): HandoffCourse {
  const { database, stores, config, presence, connections, clock, ids } = options;
  const { handoffs, calls, legs, events, timers } = stores;
  const { returnSeconds, arrivalSeconds, telephoneSeconds } = config.handoff;
  const times = () => stores.teamSettings.routing().settings;
  const { views } = below;
  const agentPhones = agentTelephones({ stores, presence, connections }, below.calls.telephones);
  const { ringing } = agentPhones;

  const deadlines = createHandoffDeadlines({ timers, clock, times, arrivalSeconds });
  const leases = createOfferLeases({
    handoffs,
    views,
    events,
    deadlines,
    ids,
    clock,
    times,
    returnSeconds,
    telephoneSeconds,
    ringing,
  });
  const release = createAgentRelease({
    legs,
    callLegs: below.calls.callLegs,
    callEndedFor: presence.callEnded,
  });
  const nextAgents = createNextAgents({
    handoffs,
    calls,
    deadlines,
    clock,
    team: presence.team,
    worksAt: presence.worksAt,
    routing: times,
    tagsOf: options.tagsOf,
    campaignAgents: (campaignId) => stores.campaigns.find(campaignId)?.settings.agentIds ?? [],
    mayReturn: agentPhones.mayReturn,
  });
  // Each needs the other: closing offers frees agents for those who wait, and who is offered, or given up, is so by the runner. The runner
  // tells of it only once something happens, when both are there.
  const runner = runnerOf(options, below, {
    deadlines,
    leases,
    release,
    agentPhones,
    lookAfterWaiting: () => lookAfterWaiting(),
  });
  const lookAfterWaiting = createWaitingCustomers({
    database,
    handoffs,
    runner,
    nextAgents,
    team: presence.team,
    deadlines,
    times,
    clock,
  });
  return { deadlines, leases, release, nextAgents, runner, agentPhones, lookAfterWaiting };
}

function runnerOf(
  { stores, presence, clock }: HandoffDomainOptions,
  { calls: { publisher, alerts, callLegs, telephones, progress }, conversation, views }: DomainsBelowHandoff,
  { deadlines, leases, release, agentPhones, lookAfterWaiting }: Omit<HandoffCourse, 'nextAgents' | 'runner'>,
): HandoffRunner {
  const { handoffs, calls, legs, events } = stores;
  const { conversations } = conversation;
  const perform = createHandoffEffects({
    handoffs,
    calls,
    callLegs,
    progress,
    publisher,
    conversations,
    alerts,
    deadlines,
    clock,
    leases,
    release,
    telephones,
    ringing: agentPhones.ringing,
  });
  return createHandoffRunner({
    handoffs,
    legs,
    publisher,
    views,
    events,
    deadlines,
    decisions: stores.routingDecisions,
    clock,
    perform,
    refreshPresence: presence.refresh,
    agentsFreed: lookAfterWaiting,
    standbyChanged: ({ callId }, ready) =>
      conversations.notice(callId, ready ? 'standby-ready' : 'standby-lost', clock.now()),
  });
}
