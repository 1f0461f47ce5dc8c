import type { Viewer } from '../auth/visibility.ts';
import type { CallNotice } from '../calls/call-notices.ts';
import { type Readiness, readinessOf, readinessOfAny } from '../calls/readiness.ts';
import type { Handoff } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import { brokenLineWords } from '../conversation/broken-line-words.ts';
import { createAgentDepartures } from '../handoff/agent-departures.ts';
import { type AiCallFlow, createAiCallFlow } from '../handoff/ai-call-flow.ts';
import { createCallReactions } from '../handoff/call-reactions.ts';
import { createCustomerHold, type HoldCustomer } from '../handoff/customer-hold.ts';
import type { HandoffTimerEvent } from '../handoff/handoff-deadlines.ts';
import { createHandoffRequests, type HandoffRequests } from '../handoff/handoff-requests.ts';
import { createHandoffResumption } from '../handoff/handoff-resumption.ts';
import { createHandoffTimers } from '../handoff/handoff-timers.ts';
import { viewHandoffs } from '../handoff/handoff-view.ts';
import { createOfferAnswers, type OfferAnswers } from '../handoff/offer-answers.ts';
import { createTelephoneDepartures } from '../handoff/telephone-departures.ts';
import { createTelephoneOffers, type TelephoneOffers } from '../handoff/telephone-offers.ts';
import { createTransfers, type Transfers } from '../handoff/transfers.ts';
import {
  createHandoffCourse,
  type DomainsBelowHandoff,
  type HandoffCourse,
  type HandoffDomainOptions,
} from './handoff-course.ts';

/** What people and the AI ask of a handoff. */
interface HandoffVerbs {
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly requests: HandoffRequests;
  readonly offers: OfferAnswers;
  readonly transfers: Transfers;
}

export interface HandoffDomain extends HandoffVerbs {
  readonly hold: HoldCustomer;
  readonly leave: (caller: Viewer, callId: CallId) => void;
  readonly handoffsOf: (callId: CallId) => readonly Handoff[];
  readonly aiCallFlow: AiCallFlow;
  readonly telephoneOffers: TelephoneOffers;
  readonly resumeHandoffs: () => void;
  readonly onHandoffTimer: (event: HandoffTimerEvent) => void;
}

/** Bringing a human into the call: whom to ask, what the answers mean, and what follows from what happens to the call. */
export function createHandoffDomain(
  options: HandoffDomainOptions,
  below: DomainsBelowHandoff,
): HandoffDomain {
  const { stores, ids } = options;
  const { handoffs, calls, legs } = stores;
  const { callLegs, telephones, ending, notices, publisher } = below.calls;
  const { conversations } = below.conversation;
  const course = createHandoffCourse(options, below);
  const { deadlines, leases, nextAgents, release, runner } = course;
  const verbs = verbsOf(options, below, course);
  const { requests, offers } = verbs;

  notices.subscribe(reactionsOf(options, below, course, verbs));
  const leave = createAgentDepartures({
    calls,
    legs,
    ending,
    handoffs,
    runner,
    nextAgents,
    publisher,
    release,
  });
  return {
    ...verbs,
    hold: createCustomerHold({ calls, legs, callLegs, handoffs, publisher }),
    leave,
    handoffsOf: (callId) => viewHandoffs(callId, below.views),
    telephoneOffers: createTelephoneOffers({
      handoffs,
      legs,
      telephones,
      offers,
      views: below.views,
      readiness: verbs.readiness,
      languageOf: course.agentPhones.languageOf,
    }),
    aiCallFlow: createAiCallFlow({ conversations, handoffs, requests, runner, callLegs, deadlines }),
    resumeHandoffs: createHandoffResumption({ handoffs, leases, deadlines }),
    onHandoffTimer: createHandoffTimers({
      handoffs,
      calls,
      legs,
      callLegs,
      runner,
      offers,
      nextAgents,
      deadlines,
      ids,
    }),
  };
}

function reactionsOf(
  { stores, presence, ids }: HandoffDomainOptions,
  { calls: { callLegs, ending }, conversation: { conversations } }: DomainsBelowHandoff,
  { deadlines, nextAgents, runner, agentPhones }: HandoffCourse,
  { requests, offers }: HandoffVerbs,
): (notice: CallNotice) => void {
  const { handoffs, calls, legs } = stores;
  const { callEnded: callEndedFor } = presence;
  return createCallReactions({
    calls,
    legs,
    callLegs,
    ending,
    conversations,
    handoffs,
    requests,
    runner,
    nextAgents,
    mayReturn: agentPhones.mayReturn,
    apology: ({ id }) => brokenLineWords[stores.conversations.find(id)?.state.language ?? 'ja-JP'],
    callEndedFor,
    rangInVain: (legId) => offers.declineByTelephone(legId, 'away'),
    putDown: createTelephoneDepartures({ calls, legs, ending, handoffs, runner, nextAgents, callEndedFor }),
    deadlines,
    ids,
  });
}

function verbsOf(
  options: HandoffDomainOptions,
  { calls: callDomain, conversation, views }: DomainsBelowHandoff,
  { deadlines, leases, release, nextAgents, runner, agentPhones }: HandoffCourse,
): HandoffVerbs {
  const { stores, clock, ids } = options;
  const { handoffs, calls, legs } = stores;
  const { callLegs, progress, publisher } = callDomain;
  const { conversations, say } = conversation;
  const readiness = (agentId: AgentId) => readinessOf(options, agentId);
  const requests = createHandoffRequests({
    handoffs,
    calls,
    callLegs,
    progress,
    publisher,
    conversations,
    runner,
    views,
    nextAgents,
    readiness,
    deadlines,
    ids,
    clock,
    announcement: (call) => say(call, 'connecting_apology'),
  });
  const offers = createOfferAnswers({
    handoffs,
    runner,
    views,
    leases,
    ringing: agentPhones.ringing,
    nextAgents,
    readiness,
    deadlines,
    ids,
    clock,
  });
  const transfers = createTransfers({
    calls,
    legs,
    callLegs,
    progress,
    publisher,
    handoffs,
    runner,
    views,
    readiness: (agentId) => readinessOfAny(options, agentId),
    release,
    ids,
    clock,
  });
  return { readiness, requests, offers, transfers };
}
