import type { Connections } from '../agents/connections.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import type { Readiness } from '../calls/readiness.ts';
import type { AgentId } from '../contract/ids.ts';
import { createAgentDepartures } from '../handoff/agent-departures.ts';
import { createAgentRelease } from '../handoff/agent-release.ts';
import { createAiCallFlow } from '../handoff/ai-call-flow.ts';
import { createCallReactions } from '../handoff/call-reactions.ts';
import { createHandoffEffects } from '../handoff/handoff-effects.ts';
import { createHandoffRequests } from '../handoff/handoff-requests.ts';
import { createHandoffResumption } from '../handoff/handoff-resumption.ts';
import { createHandoffRunner } from '../handoff/handoff-runner.ts';
import { createHandoffTimers } from '../handoff/handoff-timers.ts';
import { createNextAgents } from '../handoff/next-agents.ts';
import { createOfferAnswers } from '../handoff/offer-answers.ts';
import { createOfferLeases } from '../handoff/offer-leases.ts';
import { createTransfers } from '../handoff/transfers.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';
import type { ConversationDomain } from './conversation-domain.ts';

export interface HandoffDomainOptions extends CallDomainOptions {
  readonly presence: PresenceService;
  readonly connections: Connections;
}

interface DomainsBelow {
  readonly calls: CallDomain;
  readonly conversation: ConversationDomain;
}

export type HandoffDomain = ReturnType<typeof createHandoffDomain>;

/** Bringing a human into the call: whom to ask, what the answers mean, and what follows from what happens to the call. */
export function createHandoffDomain(options: HandoffDomainOptions, below: DomainsBelow) {
  const { presence, connections } = options;
  const { conversations, say } = below.conversation;
  const shared = sharedBy(options, below);
  const { knows: mayReturn } = connections;
  const nextAgents = createNextAgents({ ...shared, team: presence.team, mayReturn });
  const release = createAgentRelease({ ...shared, callEndedFor: presence.callEnded });
  const leases = createOfferLeases(shared);
  const runner = createHandoffRunner({
    ...shared,
    perform: createHandoffEffects({ ...shared, leases, release }),
    refreshPresence: presence.refresh,
    standbyChanged: ({ callId }, ready) =>
      conversations.notice(callId, ready ? 'standby-ready' : 'standby-lost', options.clock.now()),
  });
  const readiness = readinessBy(options);
  const handing = { ...shared, runner, nextAgents, readiness, leases, release };
  const requests = createHandoffRequests({
    ...handing,
    announcement: (call) => say(call, 'connecting_apology'),
  });
  const offers = createOfferAnswers(handing);
  below.calls.notices.subscribe(
    createCallReactions({
      ...handing,
      requests,
      callEndedFor: presence.callEnded,
      mayReturn,
    }),
  );
  return {
    requests,
    offers,
    transfers: createTransfers(handing),
    readiness,
    aiCallFlow: createAiCallFlow({ ...handing, requests }),
    leave: createAgentDepartures(handing),
    resumeHandoffs: createHandoffResumption(handing),
    onHandoffTimer: createHandoffTimers({ ...handing, offers }),
  };
}

function sharedBy(
  { stores, config, clock, ids }: HandoffDomainOptions,
  { calls, conversation }: DomainsBelow,
) {
  const { publisher, alerts, callLegs, legEvents, ending, handoffViews: views } = calls;
  const { conversations } = conversation;
  return {
    ...stores,
    ...config.handoff,
    clock,
    ids,
    publisher,
    alerts,
    callLegs,
    legEvents,
    ending,
    views,
    conversations,
  };
}

function readinessBy({ presence, connections }: HandoffDomainOptions): (agentId: AgentId) => Readiness {
  return (agentId) => {
    if (presence.statusOf(agentId).activeCallId !== null) return 'on-a-call';
    return connections.reachableClient(agentId) === null ? 'not-reachable' : 'ready';
  };
}
