import type { Connections } from '../agents/connections.ts';
import type { PresenceService } from '../agents/presence-service.ts';
import { createCallEnding } from '../calls/call-ending.ts';
import { createCallLegs } from '../calls/call-legs.ts';
import { type CallNotices, createCallNotices } from '../calls/call-notices.ts';
import { createCallPublisher } from '../calls/call-publisher.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { CustomerName } from '../calls/call-view.ts';
import { createCarrierOutcomes } from '../calls/carrier-outcomes.ts';
import { createLegEvents } from '../calls/leg-events.ts';
import { createTranscribedSpeech } from '../calls/transcribed-speech.ts';
import type { Config } from '../config/config.ts';
import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import { createConversationService } from '../conversation/conversation-service.ts';
import { renderTemplate, type TemplateKey, templateValues } from '../conversation/templates.ts';
import type { TurnSettings } from '../conversation/turn-settings.ts';
import type { Database } from '../db/database.ts';
import { createAiCallFlow } from '../handoff/ai-call-flow.ts';
import { createCallReactions } from '../handoff/call-reactions.ts';
import { createHandoffEffects } from '../handoff/handoff-effects.ts';
import { createHandoffRequests, type Readiness } from '../handoff/handoff-requests.ts';
import { createHandoffRunner } from '../handoff/handoff-runner.ts';
import { createHandoffTimers } from '../handoff/handoff-timers.ts';
import { viewHandoff } from '../handoff/handoff-view.ts';
import { createNextAgents } from '../handoff/next-agents.ts';
import { createOfferAnswers } from '../handoff/offer-answers.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { EventHub } from '../realtime/event-hub.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { Stores } from './stores.ts';

interface CallFlowOptions {
  readonly database: Database;
  readonly config: Config;
  readonly stores: Stores;
  readonly presence: PresenceService;
  readonly connections: Connections;
  readonly hub: EventHub;
  readonly customerName: (id: CustomerId) => CustomerName;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export type CallFlow = ReturnType<typeof createCallFlow>;

/** Calls, conversation and handoff, connected with each other and with what the carrier tells. */
export function createCallFlow(options: CallFlowOptions) {
  const { stores, presence, clock, ids, log, config } = options;
  const notices: CallNotices = createCallNotices();
  const shared = { ...stores, clock, ids, log, notices };

  const nameOfAgent = (id: AgentId): string => stores.agents.nameOf(id);
  const customerOf = (callId: CallId): CustomerName => {
    const call = stores.calls.find(callId);
    if (call === null) throw new Error(`there is no call ${callId}`);
    return options.customerName(call.customerId);
  };
  const handoffViews = { ...stores, nameOfAgent, customerOf };
  const publisher = createCallPublisher({
    ...stores,
    database: options.database,
    views: {
      ...stores,
      nameOfAgent,
      nameOfCustomer: options.customerName,
      handoffOf: (callId) => {
        const last = stores.handoffs.lastOfCall(callId);
        return last === null ? null : viewHandoff(last, handoffViews);
      },
    },
    involvedIn: stores.handoffs.involvedIn,
  });

  const callLegs = createCallLegs({ ...shared, record: config.calls.recording });
  const ending = createCallEnding({ ...shared, publisher });
  const legEvents = createLegEvents({
    ...shared,
    callLegs,
    ending,
    publisher,
    aiJoins: config.calls.aiJoins,
  });
  const say = (call: CallRow, key: TemplateKey): string => {
    const { templates, conversation, callee } = options.settingsFor(call);
    return renderTemplate(templates[key], templateValues(conversation, callee.department), null);
  };
  const conversations = createConversationService({
    ...shared,
    publisher,
    ending,
    settingsFor: options.settingsFor,
    waitingWord: (call) => say(call, 'waiting'),
  });

  const readiness = (agentId: AgentId): Readiness => {
    if (presence.statusOf(agentId).activeCallId !== null) return 'on-a-call';
    return options.connections.reachableClient(agentId) === null ? 'not-reachable' : 'ready';
  };
  const nextAgents = createNextAgents({
    ...stores,
    team: () =>
      presence.team().map((member) => ({ ...member, activeCalls: member.presence === 'on-call' ? 1 : 0 })),
  });
  const handoffOptions = {
    ...shared,
    ...config.handoff,
    publisher,
    callLegs,
    legEvents,
    views: handoffViews,
  };
  const perform = createHandoffEffects({ ...handoffOptions, conversations });
  const runner = createHandoffRunner({
    ...handoffOptions,
    perform,
    refreshPresence: presence.refresh,
    standbyChanged: ({ callId }, ready) =>
      conversations.notice(callId, ready ? 'standby-ready' : 'standby-lost', clock.now()),
  });
  const handing = { ...handoffOptions, conversations, runner, nextAgents, readiness };
  const requests = createHandoffRequests({
    ...handing,
    announcement: (call) => say(call, 'connecting_apology'),
  });
  const offers = createOfferAnswers(handing);
  notices.subscribe(createCallReactions({ ...handing, ending, requests, callEndedFor: presence.callEnded }));

  const carrierEvents: CarrierEvents = {
    ...legEvents,
    ...createAiCallFlow({ ...handing, requests }),
    partialHeard: (callId, text) =>
      options.hub.sendPartial({ callId, speaker: 'customer', text }, publisher.audience(callId)),
    transcribed: createTranscribedSpeech({
      ...shared,
      publisher,
      sendPartial: (partial) => options.hub.sendPartial(partial, publisher.audience(partial.callId)),
    }),
    machineDetected: (callId, at) => conversations.notice(callId, 'machine-detected', at),
    recordingChanged: stores.recordings.save,
  };

  return {
    carrierEvents,
    callLegs,
    ending,
    notices,
    offers,
    publisher,
    readiness,
    requests,
    onHandoffTimer: createHandoffTimers({ ...handing, offers }),
    onCarrierOutcome: createCarrierOutcomes({ ...shared, ending }),
    handoffsOf: (callId: CallId) =>
      stores.handoffs.ofCall(callId).map((row) => viewHandoff(row, handoffViews)),
  };
}
