import type { Connections } from '../agents/connections.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import { previousCallOf } from '../calls/previous-call.ts';
import type { CallId } from '../contract/ids.ts';
import { type AgentRelease, createAgentRelease } from '../handoff/agent-release.ts';
import { createHandoffDeadlines, type HandoffDeadlines } from '../handoff/handoff-deadlines.ts';
import { createHandoffEffects } from '../handoff/handoff-effects.ts';
import { createHandoffRunner, type HandoffRunner } from '../handoff/handoff-runner.ts';
import type { HandoffViewSources } from '../handoff/handoff-view.ts';
import { createNextAgents, type NextAgents } from '../handoff/next-agents.ts';
import { createOfferLeases, type OfferLeases } from '../handoff/offer-leases.ts';
import { type AgentTelephones, agentTelephones } from './agent-telephones.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';
import type { ConversationDomain } from './conversation-domain.ts';

export interface HandoffDomainOptions extends CallDomainOptions {
  readonly presence: PresenceService;
  readonly connections: Connections;
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
  const { stores, config, presence, connections, clock, ids } = options;
  const { handoffs, calls, legs, events, timers } = stores;
  const { offerSeconds, returnSeconds, arrivalSeconds, handoffSeconds, telephoneSeconds } = config.handoff;
  const { views } = below;
  const agentPhones = agentTelephones({ stores, presence, connections }, below.calls.telephones);
  const { ringing } = agentPhones;

  const deadlines = createHandoffDeadlines({ timers, clock, offerSeconds, arrivalSeconds, handoffSeconds });
  const leases = createOfferLeases({
    handoffs,
    views,
    events,
    deadlines,
    ids,
    clock,
    offerSeconds,
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
    offerSeconds,
    mayReturn: agentPhones.mayReturn,
  });
  const runner = runnerOf(options, below, { deadlines, leases, release, agentPhones });
  return { deadlines, leases, release, nextAgents, runner, agentPhones };
}

function runnerOf(
  { stores, presence, clock }: HandoffDomainOptions,
  { calls: { publisher, alerts, callLegs, telephones, progress }, conversation, views }: DomainsBelowHandoff,
  { deadlines, leases, release, agentPhones }: Omit<HandoffCourse, 'nextAgents' | 'runner'>,
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
    clock,
    perform,
    refreshPresence: presence.refresh,
    standbyChanged: ({ callId }, ready) =>
      conversations.notice(callId, ready ? 'standby-ready' : 'standby-lost', clock.now()),
  });
}
